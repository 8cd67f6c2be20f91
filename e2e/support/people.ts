import type { FactDefinition } from '@jinmen/shared/facts/fact';
import { facts as definitions } from '@jinmen/shared/facts/facts';
import { addDays, type CivilDate, earliestStillRunning } from '@jinmen/shared/kernel/civil-date';
import type { Badge } from './expected-result';
import type { Household } from './household';
import type { Entrance } from './interview';

/** A card of the result, as far as this person must find it. */
export interface Seen {
  readonly badge: Badge;
  /** Stands in the line that says why. */
  readonly why?: readonly string[];
  readonly amount?: string;
}

export interface Asked {
  readonly atMost: number;
  /** Facts. */
  readonly never?: readonly string[];
  /** What none of the questions and their choices may read. */
  readonly unread?: RegExp;
}

/** Somebody who comes in at the home page. What is true of everybody is not said here: see `person-result.ts`. */
export interface Person {
  /** Goes on after `tells …`. */
  readonly who: string;
  readonly entrance: Entrance;
  readonly household: (today: CivilDate) => Household;
  readonly asked: Asked;
  readonly sees: Readonly<Record<string, Seen>>;
  /** The only programmes that may answer 这次没对上. */
  readonly noes?: readonly string[];
  /** Words that stand in the card 可以一起办的. */
  readonly plan?: readonly string[];
}

const MONEY = Object.entries(definitions as Readonly<Record<string, FactDefinition>>)
  .filter(([, { type }]) => type === 'money')
  .map(([fact]) => fact);

const ABOUT_HUKOU_AND_PROPERTY = [
  'household.hukou',
  'household.nonLocalLivedTogetherOneYear',
  'household.ownsCar',
  'household.ownsSecondHome',
  'household.ownsShopOrOffice',
  'household.paysForLuxury',
];

export const laidOffFather: Person = {
  who: 'a laid-off father whose disabled child has no certificate yet',
  entrance: 'hardship',
  household: () => ({
    facts: {
      'household.hukou': 'all-tianjin',
      'household.memberCount': 3,
      'household.monthlyWageIncomeFen': 0,
      'household.monthlyOtherIncomeFen': 150_000,
      'household.hasAbleBodiedWithoutWork': true,
      'household.receivedSeverance': true,
      'household.hasDisabledMember': true,
      'household.hasMinor': true,
      'disabledPerson.grade': 'no-certificate',
      'household.moneyAssetsFen': 3_000_000,
    },
  }),
  asked: { atMost: 15 },
  sees: {
    'minimum-living-allowance': {
      badge: '要街道核定',
      why: ['“家里人均月收入低于低保标准”', '房子、车这些财产由街道核定'],
    },
    'single-person-minimum-living-allowance': { badge: '要街道核定' },
    'low-income-margin': { badge: '要街道核定' },
    'disability-living-subsidy': { badge: '要街道核定' },
    'disability-care-subsidy': { badge: '要街道核定' },
  },
  noes: ['special-hardship-support', 'rigid-expenditure-hardship'],
  plan: ['和单人保、低保边缘家庭只能要一样。没批下来，再看另外 2 项。'],
};

export const widow: Person = {
  who: 'a widow of 82 who lives alone',
  entrance: 'elder',
  household: () => ({
    doors: ['elder'],
    facts: {
      'elder.age': 82,
      'elder.hukouInTianjin': true,
      'elder.area': 'central',
      'elder.centralDistrict': '120105',
      'elder.careLevel': 'not-needed',
      'elder.livesAlone': true,
    },
  }),
  asked: { atMost: 9 },
  sees: {
    'elder-meal-subsidy': { badge: '可能符合', amount: '要是批下来：一周最多5次，午饭每餐少付 3 元' },
    'old-age-allowance': {
      badge: '要街道核定',
      why: ['岁数”由街道核定'],
      amount: '要是批下来给多少，由街道核定。',
    },
  },
  noes: ['elder-care-service-subsidy', 'elder-nursing-subsidy'],
};

const grandmother: Person = {
  who: 'the grandmother of an orphan',
  entrance: 'hardship',
  household: () => ({
    doors: ['child'],
    facts: { 'child.mother': 'passed-away', 'child.father': 'passed-away' },
  }),
  asked: { atMost: 4, never: MONEY, unread: /死|遗弃|抛弃|坐牢|为什么|钱|元|收入|存款/ },
  sees: {
    'orphan-living-allowance': { badge: '可能符合', amount: '要是批下来：每个孩子每月基本生活费 2605 元' },
  },
  noes: ['de-facto-unattended-child-allowance'],
};

const workerFromHebei: Person = {
  who: 'a worker from Hebei after an accident',
  entrance: 'urgent',
  household: () => ({
    doors: ['emergency'],
    facts: { 'emergency.hadAccident': true, 'emergency.cannotPayForNeeds': true },
  }),
  asked: { atMost: 3, never: [...MONEY, ...ABOUT_HUKOU_AND_PROPERTY] },
  sees: { 'temporary-assistance': { badge: '可能符合', amount: '要是批下来给多少，由街道核定。' } },
};

const familyWithMedicalBills: Person = {
  who: 'a family that spends most of what it has on an illness',
  entrance: 'hardship',
  household: () => ({
    doors: ['general', 'emergency'],
    facts: {
      'household.hukou': 'all-tianjin',
      'household.memberCount': 3,
      'household.monthlyOtherIncomeFen': 650_000,
      'household.hasLongTermIllness': true,
      'household.hasMajorOrSpecialIllness': true,
      'household.illnessClassBCount': 1,
      'household.hasMedicalSpending': true,
      'household.yearlyRigidSpendingFen': 6_000_000,
      'household.yearlyIncomeFen': 8_000_000,
      'household.moneyAssetsFen': 2_000_000,
    },
  }),
  asked: { atMost: 16 },
  sees: {
    'rigid-expenditure-hardship': {
      badge: '要街道核定',
      why: ['这些花费占全年收入 75%，标准 60%，对得上', '人均年收入', '财产由街道核定'],
    },
    'temporary-assistance': { badge: '要街道核定', why: ['人均年收入', '财产由街道核定'] },
  },
  noes: [
    'minimum-living-allowance',
    'single-person-minimum-living-allowance',
    'low-income-margin',
    'special-hardship-support',
    'disability-living-subsidy',
    'disability-care-subsidy',
  ],
};

/** The six months end today, the day of the cremation not counted. */
function lastDayToClaim(today: CivilDate): CivilDate {
  return earliestStillRunning(today, { months: 6 });
}

/** To somebody who has lost a father nobody says the word, asks what he died of, or presses. */
const GRIEF = /死|为什么|什么病|尽快|马上|逾期/;

const cremated = (day: CivilDate): Household => ({
  doors: ['farewell'],
  facts: { 'deceased.cremationPlace': 'tianjin', 'deceased.cremationDay': day, 'burial.way': 'kept' },
});

const sonOnTheLastDay: Person = {
  who: 'a son who claims 丧葬补贴 on the last day',
  entrance: 'farewell',
  household: (today) => cremated(lastDayToClaim(today)),
  asked: { atMost: 5, never: MONEY, unread: GRIEF },
  sees: { 'funeral-subsidy': { badge: '可能符合', amount: '要是批下来：每位去世的居民，领一次 1800 元' } },
  noes: ['eco-burial-reward'],
};

const sonADayLate: Person = {
  who: 'a son who comes a day late for 丧葬补贴',
  entrance: 'farewell',
  household: (today) => cremated(addDays(lastDayToClaim(today), -1)),
  asked: { atMost: 5, never: MONEY, unread: GRIEF },
  sees: { 'funeral-subsidy': { badge: '要街道核定', why: ['赶上放假'] } },
  noes: ['eco-burial-reward'],
};

export const people: readonly Person[] = [
  laidOffFather,
  widow,
  grandmother,
  workerFromHebei,
  familyWithMedicalBills,
  sonOnTheLastDay,
  sonADayLate,
];
