import type { ExportView } from '@jinmen/shared/residents/rights';
import { readable } from './readable';

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

  it('says the day and the time in Tianjin', () => {
    expect(readable(copy)).toContain('2026\u00a0年\u00a011\u00a0月\u00a026\u00a0日 0:30做的');
  });
});
