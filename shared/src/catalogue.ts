import type { ServiceView } from './bookings/views';
import { createDoubter } from './eligibility/doubts';
import { createEngine } from './eligibility/engine';
import type { Programme } from './eligibility/programme';
import type { Vocabulary } from './eligibility/vocabulary';
import { derived } from './facts/derived';
import { doors } from './facts/doors';
import { doubtNumbers, doubts } from './facts/doubts';
import { earnings, facts } from './facts/facts';
import { questions } from './facts/questions';
import type { Guide } from './guides/guide';
import { guides as explained } from './guides/guides';
import type { CivilDate } from './kernel/civil-date';
import { deFactoUnattendedChildAllowance } from './programmes/de-facto-unattended-child-allowance/programme';
import { disabilityCareSubsidy } from './programmes/disability-care-subsidy/programme';
import { disabilityLivingSubsidy } from './programmes/disability-living-subsidy/programme';
import { ecoBurialReward } from './programmes/eco-burial-reward/programme';
import { elderCareServiceSubsidy } from './programmes/elder-care-service-subsidy/programme';
import { elderMealSubsidy } from './programmes/elder-meal-subsidy/programme';
import { elderNursingSubsidy } from './programmes/elder-nursing-subsidy/programme';
import { funeralSubsidy } from './programmes/funeral-subsidy/programme';
import { lowIncomeMargin } from './programmes/low-income-margin/programme';
import { minimumLivingAllowance } from './programmes/minimum-living-allowance/programme';
import { oldAgeAllowance } from './programmes/old-age-allowance/programme';
import { orphanLivingAllowance } from './programmes/orphan-living-allowance/programme';
import { rigidExpenditureHardship } from './programmes/rigid-expenditure-hardship/programme';
import { singlePersonMinimumLivingAllowance } from './programmes/single-person-minimum-living-allowance/programme';
import { specialHardshipSupport } from './programmes/special-hardship-support/programme';
import { temporaryAssistance } from './programmes/temporary-assistance/programme';
import { marriageRegistration } from './services/marriage-registration/service';
import { seaScattering } from './services/sea-scattering/service';
import type { StandardRow } from './standards/standard';

/** Names the rules this code carries; raise it with every change of a rule. */
export const RULES_RELEASE = '2026.11.5';

/** The only place that names programmes. One line each, in the order residents read them. */
export const programmes: readonly Programme[] = [
  minimumLivingAllowance,
  singlePersonMinimumLivingAllowance,
  lowIncomeMargin,
  specialHardshipSupport,
  rigidExpenditureHardship,
  temporaryAssistance,
  disabilityLivingSubsidy,
  disabilityCareSubsidy,
  orphanLivingAllowance,
  deFactoUnattendedChildAllowance,
  oldAgeAllowance,
  elderCareServiceSubsidy,
  elderNursingSubsidy,
  elderMealSubsidy,
  funeralSubsidy,
  ecoBurialReward,
];

/** What can be booked, in the order residents read it. Each has one module with its policy in the server. */
export const services: readonly ServiceView[] = [marriageRegistration, seaScattering];

/** What is explained here and asked for elsewhere: never among the programmes, because no rule decides it. */
export const guides: readonly Guide[] = explained;

export const vocabulary: Vocabulary = { facts, derived, questions, doors, earnings };

/** Phone and server evaluate with this one engine. */
export const engine = createEngine(vocabulary, programmes, RULES_RELEASE);

/** What to ask about in a household's answers because they hardly go together; no verdict reads it. */
export const doubtsIn = createDoubter({ ...vocabulary, derived: { ...derived, ...doubtNumbers } }, doubts);

/** Release of the rules + hash of the standard rows in force that day. */
export function rulesVersionOf(rows: readonly StandardRow[], asOf: CivilDate): string {
  return engine.rulesVersion(rows, asOf);
}
