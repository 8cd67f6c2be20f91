/** Made-up answers, each bringing the result page into one of its states; named after the state. */
const NO_INCOME_CIRCUMSTANCES = {
  'household.hasAbleBodiedWithoutWork': false,
  'household.hasSupportFromOutside': false,
  'household.receivedSeverance': false,
};

const OWNS_NOTHING = {
  'household.ownsCar': false,
  'household.ownsSecondHome': false,
  'household.ownsShopOrOffice': false,
  'household.paysForLuxury': false,
};

const NOTHING_YET = {
  'household.hasMinimumLivingAllowance': false,
  'household.hasSpecialHardshipSupport': false,
  'household.isLowIncomeMargin': false,
};

const NO_HARDSHIPS = {
  'household.hasMedicalSpending': false,
  'household.hasSchoolSpending': false,
  'household.hadDisasterOrAccident': false,
  'household.hasRehabilitationSpending': false,
  'hardshipPerson.exists': false,
};

const family = (present) => ({
  'household.hasDisabledMember': present === 'disabled',
  'household.hasLongTermIllness': false,
  'household.hasMajorOrSpecialIllness': false,
  'household.hasMemberAged60': false,
  'household.hasMinor': present === 'minor',
  'household.isSingleParentWithStudent': false,
});

const threePeople = (wagesFen) => ({
  'household.hukou': 'all-tianjin',
  'household.memberCount': 3,
  'household.monthlyWageIncomeFen': wagesFen,
  'household.monthlyOtherIncomeFen': 0,
  'household.monthlyBasicPensionFen': 0,
  ...NO_INCOME_CIRCUMSTANCES,
  'household.moneyAssetsFen': 2_000_000,
  ...OWNS_NOTHING,
  ...NOTHING_YET,
  ...NO_HARDSHIPS,
});

const severelyDisabled = {
  'household.severelyDisabledCount': 1,
  'household.otherDisabledCount': 0,
  'disabledPerson.grade': 'grade-1',
  'disabledPerson.hukouInTianjin': true,
  'disabledPerson.receivesWorkInjuryNursing': false,
  'disabledPerson.receivesSpecialHardshipSupport': false,
  'disabledPerson.receivesOtherCareSubsidy': false,
  'disabledPerson.receivesOrphanAllowance': false,
  'disabledPerson.isAdultWithoutWork': false,
};

export const HOUSEHOLDS = {
  likely: { ...threePeople(240_000), ...family('disabled'), ...severelyDisabled },
  'needs-review': { ...threePeople(240_000), ...family('minor') },
  // How much of a wage counts nobody has published, so only other income can settle a no.
  unlikely: { ...threePeople(0), ...family('none'), 'household.monthlyOtherIncomeFen': 3_000_000 },
  // An operation took sixty percent of a year, short of one fen: a share is said in percent.
  'spent-much': {
    ...threePeople(0),
    ...family('none'),
    'household.monthlyOtherIncomeFen': 600_000,
    'household.hasMedicalSpending': true,
    'household.yearlyRigidSpendingFen': 4_319_999,
    'household.yearlyIncomeFen': 7_200_000,
  },
  'need-facts': { 'household.hukou': 'all-tianjin', 'household.memberCount': 3 },
  doubted: { ...threePeople(240_000), ...family('minor'), 'household.monthlyBasicPensionFen': 30_000 },
  unsure: {
    ...threePeople(null),
    ...family('minor'),
    'household.monthlyOtherIncomeFen': null,
    'household.moneyAssetsFen': null,
  },
};
