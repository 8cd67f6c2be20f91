import type { SentCallback } from './simulators';

export const RELIEF_BUREAUS = ['social-assistance', 'disability-benefits', 'child-welfare', 'eldercare'] as const;

export type ReliefBureau = (typeof RELIEF_BUREAUS)[number];

/** One programme that each of them decides. */
export const PROGRAMME_AT: Readonly<Record<ReliefBureau, string>> = {
  'social-assistance': 'minimum-living-allowance',
  'disability-benefits': 'disability-care-subsidy',
  'child-welfare': 'orphan-living-allowance',
  eldercare: 'old-age-allowance',
};

/** Where each is given a case. */
export const FILED_AT: Readonly<Record<ReliefBureau, string>> = {
  'social-assistance': '/shjz/v2/aj',
  'disability-benefits': '/dbt/v1/applications',
  'child-welfare': '/etfl/api/cases',
  eldercare: '/jbyl/openapi/shenqing',
};

/** What each says of a case, in its own words. */
export interface BureauTongue {
  accepted(caseNo: string, day: string): SentCallback;
  visited(caseNo: string, day: string): SentCallback;
  papersNeeded(caseNo: string, paper: string, by: string): SentCallback;
  papersTaken(caseNo: string, paper: string): SentCallback;
  approved(caseNo: string, day: string): SentCallback;
  refused(caseNo: string, day: string): SentCallback;
  /** In common words, the same everywhere. */
  pushedOn(caseNo: string, day: string): SentCallback;
}

const compact = (day: string) => day.replaceAll('-', '');

function tongue(
  bureau: ReliefBureau,
  of: (caseNo: string) => Readonly<Record<string, string>>,
  words: (
    say: (type: string, caseNo: string, data: Readonly<Record<string, unknown>>) => SentCallback,
  ) => Omit<BureauTongue, 'pushedOn'>,
): BureauTongue {
  return {
    ...words((type, caseNo, data) => ({ bureau, type, data: { ...of(caseNo), ...data } })),
    pushedOn: (caseNo, day) => ({
      bureau,
      type: 'TY_PUSHED_ON',
      data: { caseNo, on: day, to: '户籍地街道办事处' },
    }),
  };
}

export const TONGUES: Readonly<Record<ReliefBureau, BureauTongue>> = {
  'social-assistance': tongue(
    'social-assistance',
    (caseNo) => ({ wbywh: caseNo, ywlsh: 'SJ20261125000001' }),
    (say) => ({
      accepted: (caseNo, day) => say('SL', caseNo, { slrq: compact(day) }),
      visited: (caseNo, day) => say('RH', caseNo, { rhrq: compact(day) }),
      papersNeeded: (caseNo, clmc, by) => say('BZ', caseNo, { clmx: [{ clbh: '1', clmc }], bzjzrq: compact(by) }),
      papersTaken: (caseNo, clmc) => say('BZQS', caseNo, { clmx: [{ clbh: '1', clmc }] }),
      approved: (caseNo, day) =>
        say('JD', caseNo, { sxdm: 'SH01', jdrq: compact(day), jdjg: '1', je: '1045.00', jedw: 'HY' }),
      refused: (caseNo, day) =>
        say('JD', caseNo, { sxdm: 'SH01', jdrq: compact(day), jdjg: '2', bytk: '家庭财产超过规定的限额' }),
    }),
  ),
  'disability-benefits': tongue(
    'disability-benefits',
    (caseNo) => ({ bizNo: caseNo, acceptNo: 'CB2026112500001' }),
    (say) => {
      const result = (caseNo: string, resultDate: string, more: object) =>
        say('RESULT', caseNo, { subsidyType: 'CARE', resultDate, ...more });
      return {
        accepted: (caseNo, acceptDate) => say('APPLY_ACCEPTED', caseNo, { acceptDate }),
        visited: (caseNo, visitDate) => say('VISITED', caseNo, { visitDate }),
        papersNeeded: (caseNo, paper, deadline) => say('MATERIAL_REQUIRED', caseNo, { materials: [paper], deadline }),
        papersTaken: (caseNo, paper) => say('MATERIAL_RECEIVED', caseNo, { materials: [paper] }),
        approved: (caseNo, day) =>
          result(caseNo, day, { result: 'PASS', standard: '200.00', startMonth: day.slice(0, 7) }),
        refused: (caseNo, day) => result(caseNo, day, { result: 'REJECT', reason: '残疾等级不是一级或二级' }),
      };
    },
  ),
  'child-welfare': tongue(
    'child-welfare',
    (caseNo) => ({ case_no: caseNo, serial: 'ET2026112500001' }),
    (say) => {
      const decided = (caseNo: string, decided_on: string, more: object) =>
        say('benefit.decided', caseNo, { benefit: 'B01', decided_on, ...more });
      return {
        accepted: (caseNo, accepted_on) => say('case.accepted', caseNo, { accepted_on }),
        visited: (caseNo, seen_on) => say('child.seen', caseNo, { seen_on }),
        papersNeeded: (caseNo, paper, until) => say('materials.needed', caseNo, { materials: [paper], until }),
        papersTaken: (caseNo, paper) => say('materials.taken', caseNo, { materials: [paper] }),
        approved: (caseNo, day) =>
          decided(caseNo, day, { outcome: 'granted', monthly: '2605.00', from_month: day.slice(0, 7) }),
        refused: (caseNo, day) => decided(caseNo, day, { outcome: 'denied', basis: '孩子已满18周岁' }),
      };
    },
  ),
  eldercare: tongue(
    'eldercare',
    (caseNo) => ({ yewuHao: caseNo, liushuiHao: 'YL2026112500001' }),
    (say) => {
      const decided = (caseNo: string, day: string, more: object) =>
        say('JUEDING', caseNo, { leixing: 'GLJT', juedingRi: compact(day), ...more });
      return {
        accepted: (caseNo, day) => say('SHOULI', caseNo, { shouliRi: compact(day) }),
        visited: (caseNo, day) => say('PINGGU', caseNo, { pingguRi: compact(day) }),
        papersNeeded: (caseNo, paper, by) => say('BUCAILIAO', caseNo, { cailiao: [paper], jiezhiRi: compact(by) }),
        papersTaken: (caseNo, paper) => say('SHOUDAO', caseNo, { cailiao: [paper] }),
        approved: (caseNo, day) => decided(caseNo, day, { jielun: 'TONGYI', jineFen: '10000' }),
        refused: (caseNo, day) => decided(caseNo, day, { jielun: 'BUTONGYI', liyou: '岁数还没到所在区的规定' }),
      };
    },
  ),
};
