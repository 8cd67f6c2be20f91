import type { Appointment } from '../marriage-registry/registry-book';

export const BIZ_WORDS: Readonly<Record<Appointment['bizType'], string>> = {
  JH: '结婚登记',
  BL: '补领',
  LS: '离婚登记第一步',
  LZ: '离婚登记第二步',
  FD: '婚姻家庭辅导',
};

const ORGS: Readonly<Record<string, string>> = {
  TS01: '意风街',
  TS02: '1946创意产业园',
  TS03: '天开园',
  TS04: '墅外桃源公园',
  TS05: '月桥文化仓',
  TS06: '津门湖',
};

export const ORG_WORDS = (orgCode: string): string => ORGS[orgCode] ?? `登记处 ${orgCode}`;

export const QUERY_WORDS: Readonly<Record<string, string>> = {
  CONFIRMED: '点好了',
  ALREADY: '早就点过了',
  REFUSED: '现在不能点',
  UNKNOWN: '没有这个预约，或者已经过了时间',
};
