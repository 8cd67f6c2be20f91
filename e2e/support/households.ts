import type { Household } from './household';

/** Three people, all of Tianjin, 800 yuan a head: below the line of minimum living allowance. */
export const threeBelowTheLine: Household = {
  facts: {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 3,
    'household.monthlyWageIncomeFen': 0,
    'household.monthlyOtherIncomeFen': 240_000,
    'household.yearlyIncomeFen': 2_880_000,
  },
};

/** Alone in Tianjin, and nothing came in. */
export const aloneWithoutIncome: Household = {
  facts: {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 1,
    'household.monthlyWageIncomeFen': 0,
    'household.monthlyOtherIncomeFen': 0,
  },
};

/** Two parents and a severely disabled child, 1400 yuan a head: above the line, below one and a half times of it. */
export const marginWithDisabledChild: Household = {
  facts: {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 3,
    'household.monthlyWageIncomeFen': 420_000,
    'household.monthlyOtherIncomeFen': 0,
    'household.yearlyIncomeFen': 5_040_000,
    'household.moneyAssetsFen': 860_000,
    'household.hasMinor': true,
    'household.hasDisabledMember': true,
    'household.severelyDisabledCount': 1,
    'disabledPerson.grade': 'grade-1',
    'disabledPerson.hukouInTianjin': true,
  },
};

/** Three people, all of Tianjin, living on rents far above every line. (Of wages a part nobody can name is set off.) */
export const threeWellOff: Household = {
  facts: {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 3,
    'household.monthlyWageIncomeFen': 0,
    'household.monthlyOtherIncomeFen': 1_800_000,
    'household.yearlyIncomeFen': 21_600_000,
  },
};

/** A pension of the old, and nobody of sixty: one of the two is a slip of the finger. */
export const slipOfTheFinger: Household = {
  facts: {
    ...threeBelowTheLine.facts,
    'household.hasMinor': true,
    'household.hasMemberAged60': false,
    'household.monthlyBasicPensionFen': 30_000,
  },
};

/** Came about an old mother alone. */
export const motherOf82: Household = {
  doors: ['elder'],
  facts: { 'elder.age': 82, 'elder.hukouInTianjin': true, 'elder.area': 'binhai', 'elder.careLevel': 'not-needed' },
};

/** Came about a farewell alone. */
export const afterAFarewell: Household = {
  doors: ['farewell'],
  facts: { 'deceased.cremationPlace': 'tianjin', 'deceased.cremationDay': '2026-05-05', 'burial.way': 'kept' },
};

/** People who cannot say anything for sure. */
export const sureOfNothing: Household = { facts: {}, unsure: 'everything' };
