import type { ExportView } from '@jinmen/shared/residents/rights';
import { readable, recordLine } from './readable';

const answers = {
  'fact:household.monthlyWageIncomeFen': 156_750,
  'fact:household.moneyAssetsFen': 2_000_000,
};
const copy: ExportView = {
  madeAt: '2026-11-25T16:30:00.000Z',
  sections: [
    {
      title: '申请',
      purpose: '办事',
      basis: ['法'],
      kept: '一年',
      records: [{ table: 'relief_application', values: { 填的: answers } }],
    },
  ],
  papers: { words: '', items: [] },
  given: [],
  seen: [],
};

describe('a copy as a person reads it', () => {
  it('says a sum as every page does, to the fen', () => {
    expect(readable(copy)).toContain('1567.50\u00a0元');
    expect(readable(copy)).toContain('20000\u00a0元');
  });

  it('says each answer of a form once, on a line of its own, and when it was last changed as a time and not as an answer', () => {
    const form = {
      values: { 'applicant.phone': '13800005678', 'fact:household.hasMinor': null, 'fact:household.memberCount': 2 },
      changedAt: {
        'applicant.phone': '2026-11-25T02:00:00.000Z',
        'fact:household.hasMinor': '2026-11-24T02:00:00.000Z',
        'fact:household.memberCount': '2026-11-24T02:00:00.000Z',
        statement: '2026-11-23T02:00:00.000Z',
      },
      found: { 'fact:household.memberCount': 'means-verification' },
    };
    const values = { 办到哪一步: 'draft', '您填的：电话、住址': form };
    expect(recordLine({ table: 'relief_application', values }).split('\n')).toEqual([
      '· 办到哪一步：还没递',
      '　您填的（最后一次改是 2026\u00a0年\u00a011\u00a0月\u00a025\u00a0日 10:00）：',
      '　找得到您的电话：13800005678',
      '　一起生活的人数：2（查收入和财产的部门查到的）',
      '　说不清楚的：有18岁以下的孩子',
    ]);
  });

  it('says of a form nobody has begun that there is nothing in it yet', () => {
    const values = { 您填的: { values: {}, changedAt: {} } };
    expect(recordLine({ table: 'relief_application', values })).toBe('　您填的：\n　还没填。');
  });

  it('says the day and the time in Tianjin', () => {
    expect(readable(copy)).toContain('2026\u00a0年\u00a011\u00a0月\u00a026\u00a0日 0:30 做的');
  });
});
