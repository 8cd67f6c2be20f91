import type { AcrossProvinces, DecisionClock, PublicNoticeRule, StepClocks } from '../eligibility/programme';
import type { Source } from '../kernel/source';

/** 《最低生活保障审核确认办法》: 低保, 单人保 and 低保边缘 run by the same clocks (policy-facts A.9). */
const MEASURES_2021: Source = {
  document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  effective: '2021-07-01',
  row: 'A.9',
  confidence: 'third-party-copy',
};
const article = (name: string): Source => ({ ...MEASURES_2021, article: name });

/** 第二十二条: thirty working days; twenty where the street decides; at most forty-five where hukou and home are apart. */
export const ALLOWANCE_DECIDED_WITHIN: DecisionClock = {
  legs: [{ workingDays: 30 }],
  delegated: [{ workingDays: 20 }],
  apart: [{ workingDays: 45 }],
  source: article('第二十二条'),
};

export const ALLOWANCE_STEPS: StepClocks = {
  lookInto: { legs: [{ workingDays: 3 }], source: article('第十五条') },
  check: { legs: [{ workingDays: 3 }], source: article('第十七条') },
  confirm: { legs: [{ workingDays: 10 }], source: article('第二十条') },
  refusalTold: { legs: [{ workingDays: 3 }], source: article('第二十一条') },
};

export const ALLOWANCE_PUBLIC_NOTICE: PublicNoticeRule = {
  kind: 'posted',
  hangs: { legs: [{ days: 7 }], source: article('第十九条') },
  afterApproval: { source: { ...article('第二十四条'), row: 'J5' } },
};

const ACROSS_PROVINCES: Source = {
  document: '残疾人两项补贴“跨省通办”办事指南',
  row: 'B.1',
  confidence: 'third-party-copy',
};

/**
 * The two subsidies of disabled persons: filed at any street, with the office of the hukou place three working days
 * later, decided there within ten, and told within three.
 */
export const DISABILITY_DECIDED_WITHIN: DecisionClock = {
  legs: [{ workingDays: 10 }],
  handedOver: [{ workingDays: 3 }, { workingDays: 10 }],
  source: ACROSS_PROVINCES,
};

/** Any street in China takes them; the disabled person's own hukou counts, or that nobody of the household has one here. */
export const DISABILITY_ACROSS_PROVINCES: AcrossProvinces = {
  outsideIf: [
    { fact: 'disabledPerson.hukouInTianjin', is: [false] },
    { fact: 'household.hukou', is: ['residence-permit', 'none'] },
  ],
  source: ACROSS_PROVINCES,
};

export const DISABILITY_STEPS: StepClocks = {
  handOver: { legs: [{ workingDays: 3 }], source: ACROSS_PROVINCES },
  decidedAfterHandOver: { legs: [{ workingDays: 10 }], source: ACROSS_PROVINCES },
  told: { legs: [{ workingDays: 3 }], source: ACROSS_PROVINCES },
};
