import type { Household } from './household';

/** Three people, all of Tianjin, 800 yuan a head: below the line of minimum living allowance. */
export const threeBelowTheLine: Household = {
  facts: {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 3,
    'household.monthlyWageIncomeFen': 0,
    'household.monthlyOtherIncomeFen': 240_000,
  },
};

/** Three people, all of Tianjin, living on rents far above every line. (Of wages a part nobody can name is set off.) */
export const threeWellOff: Household = {
  facts: {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 3,
    'household.monthlyWageIncomeFen': 0,
    'household.monthlyOtherIncomeFen': 1_800_000,
  },
};

/** People who cannot say anything for sure. */
export const sureOfNothing: Household = { facts: {}, unsure: 'everything' };
