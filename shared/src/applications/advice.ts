import type { FactValue, FactValues } from '../facts/fact';
import type { FactName } from '../facts/facts';
import { adviceWords as words } from './refusal-words';

/** Where a fact may be advised to go: one of a few answers, or any greater number. */
export type Towards = readonly FactValue[] | 'more';

/** Something that may be said to anybody who was refused. `facts`: all of them together. */
export interface Advice {
  readonly how: 'tell' | 'assess' | 'apply-first' | 'wait';
  readonly facts: Partial<Readonly<Record<FactName, Towards>>>;
  readonly text: string;
  /** Of `apply-first`: the programme that leads there. */
  readonly programme?: string;
  /** Said only where this is so. */
  readonly when?: (facts: FactValues) => boolean;
}

/**
 * The whole of what a refusal may advise: what is so and was not counted, what an office has to assess, what another
 * programme brings, what time brings. What is not here is explained and never advised: to earn or have less, to give up
 * what one receives, to part from somebody, to move one's hukou. Nobody is told to fall ill either: only what was not told
 * yet, and a new assessment of who has got worse.
 */
export const ADVICE: readonly Advice[] = [
  {
    how: 'tell',
    facts: { 'household.hasDisabledMember': [true], 'household.severelyDisabledCount': 'more' },
    text: words.severeDisability,
  },
  {
    how: 'tell',
    facts: { 'household.hasDisabledMember': [true], 'household.otherDisabledCount': 'more' },
    text: words.otherDisability,
  },
  {
    how: 'tell',
    facts: { 'household.hasLongTermIllness': [true], 'household.illnessClassCCount': 'more' },
    text: words.illness('脑梗死、癫痫'),
  },
  {
    how: 'tell',
    facts: { 'household.hasLongTermIllness': [true], 'household.illnessClassBCount': 'more' },
    text: words.illness('癌症、偏瘫'),
  },
  {
    how: 'tell',
    facts: { 'household.hasLongTermIllness': [true], 'household.illnessClassACount': 'more' },
    text: words.illness('尿毒症、白血病'),
  },
  { how: 'tell', facts: { 'household.soldOnlyHomeForIllness': [true] }, text: words.soldOnlyHome },
  ...(['hasMedicalSpending', 'hasSchoolSpending', 'hadDisasterOrAccident', 'hasRehabilitationSpending'] as const).map(
    (spending): Advice => ({
      how: 'tell',
      facts: { [`household.${spending}`]: [true], 'household.yearlyRigidSpendingFen': 'more' },
      text: words.spending[spending],
    }),
  ),
  { how: 'tell', facts: { 'emergency.isJoblessUninsured': [true] }, text: words.jobless },
  {
    how: 'tell',
    facts: { 'emergency.hasOtherHardship': [true], 'emergency.cannotPayForNeeds': [true] },
    text: words.hardship,
  },
  {
    how: 'assess',
    facts: { 'disabledPerson.grade': ['grade-2', 'grade-1'] },
    text: words.assessAgain,
    when: ({ 'disabledPerson.grade': grade }) => grade === 'grade-3' || grade === 'grade-4',
  },
  {
    how: 'assess',
    facts: { 'elder.careLevel': ['not-assessed'] },
    text: words.assessCare,
    when: ({ 'elder.careLevel': level }) => level === 'mild' || level === 'moderate',
  },
  { how: 'assess', facts: { 'household.hasMajorOrSpecialIllness': [true] }, text: words.registerIllness },
  {
    how: 'apply-first',
    facts: { 'household.hasMinimumLivingAllowance': [true] },
    text: words.after('低保'),
    programme: 'minimum-living-allowance',
  },
  {
    how: 'apply-first',
    facts: { 'household.isLowIncomeMargin': [true] },
    text: words.after('低保边缘家庭'),
    programme: 'low-income-margin',
  },
  {
    how: 'apply-first',
    facts: { 'elder.receivesDisabilityLivingSubsidy': [true] },
    text: words.after('困难残疾人生活补贴'),
    programme: 'disability-living-subsidy',
  },
  { how: 'wait', facts: { 'elder.age': 'more' }, text: words.age },
  { how: 'wait', facts: { 'household.nonLocalLivedTogetherOneYear': [true] }, text: words.aYearTogether },
];
