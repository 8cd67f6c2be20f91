import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { CaseRecord } from '../case-record';
import { day, oneOf, optionalText } from '../message';
import type { CommonFamily } from './family';

/** A change of circumstances a resident told. */
export interface Change {
  readonly kind: keyof typeof CHANGE_WORDS;
  readonly told: CivilDate;
  readonly on?: CivilDate;
  readonly text?: string;
}

export const CHANGE_WORDS = {
  income: '收入变了',
  household: '家里的人变了',
  address: '搬家了',
  account: '要换收款账户',
  death: '家里有人去世',
} as const;

export const change: CommonFamily = {
  type: 'CHANGE',
  take: (record, data) => {
    const text = optionalText(data, 'text', 500);
    const told: Change = {
      kind: oneOf(data, 'kind', Object.keys(CHANGE_WORDS) as Change['kind'][]),
      told: day(data, 'told'),
      ...(data.on === undefined ? {} : { on: day(data, 'on') }),
      ...(text === undefined ? {} : { text }),
    };
    record.matters.changes = [...changesOf(record), told];
    return `申请人说：${CHANGE_WORDS[told.kind]}`;
  },
};

export function changesOf({ matters }: CaseRecord): readonly Change[] {
  return (matters.changes ?? []) as readonly Change[];
}
