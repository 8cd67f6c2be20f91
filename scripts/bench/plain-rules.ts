import type { Outcome, VerdictCode } from '@jinmen/shared/eligibility/assessment';
import type { FactValue, FactValues } from '@jinmen/shared/facts/fact';
import { grantFacts, HUKOU, incomeRange, LIVED, perHead, type Range, rangeOf, topUpRange } from './plain-income';
import { assetsCanExceed, incomeCanExceed } from './plain-reach';

/** The figures in force on the day of the bench, written into the code as one would without an engine. */
const LINE = 104_500;
const MARGIN = 156_750;
const MARGIN_ASSETS = 36 * LINE;
const SOLD_HOME = 'household.soldOnlyHomeForIllness';

export interface PlainVerdict {
  readonly programme: string;
  readonly verdict: VerdictCode;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly missing: readonly string[];
}

/**
 * The three programmes as a programmer without an engine would write them for one day: straight code, no rules as data,
 * no sources, no amounts. It returns what the bench compares: verdicts, clause outcomes and missing facts.
 */
export function plainVerdicts(facts: FactValues): readonly PlainVerdict[] {
  const income = incomeRange(facts);
  const head = perHead(income, facts);
  const home = hukouGroup(facts);
  return [
    minimumLivingAllowance(facts, income, head, home),
    lowIncomeMargin(facts, income, head, home),
    careSubsidy(facts),
  ];
}

type Truth = 'yes' | 'no' | 'open';

interface HukouGroup {
  readonly truth: Truth;
  readonly outcomes: readonly [Outcome, Outcome, Outcome];
  readonly permit: Outcome;
  readonly missing: readonly string[];
}

function among(value: FactValue | null | undefined, one: FactValue, other?: FactValue): Outcome {
  if (value === undefined) return 'missing';
  if (value === null) return 'review';
  return value === one || value === other ? 'yes' : 'no';
}

function hukouGroup(facts: FactValues): HukouGroup {
  const hukou = facts[HUKOU];
  const outcomes = [among(hukou, 'all-tianjin'), among(hukou, 'some-tianjin'), among(facts[LIVED], true)] as const;
  const permit = among(hukou, 'residence-permit');
  if (hukou === 'all-tianjin') return { truth: 'yes', outcomes, permit, missing: [] };
  if (hukou === 'none') return { truth: 'no', outcomes, permit, missing: [] };
  if (hukou === 'some-tianjin' && outcomes[2] === 'yes') return { truth: 'yes', outcomes, permit, missing: [] };
  // Whether a residence permit is enough only the office can say.
  if (hukou === 'residence-permit') return { truth: 'open', outcomes, permit, missing: [] };
  const missing: string[] = [];
  if (hukou === undefined) missing.push(HUKOU);
  if (outcomes[2] === 'missing') missing.push(LIVED);
  return { truth: 'open', outcomes, permit, missing };
}

function closed(truth: Truth, range: Range): Outcome {
  return truth === 'open' ? (range.missing.length > 0 ? 'missing' : 'review') : truth;
}

const below = ({ min, max }: Range, limit: number): Truth => (max < limit ? 'yes' : min >= limit ? 'no' : 'open');
const atMost = ({ min, max }: Range, limit: number): Truth => (max <= limit ? 'yes' : min > limit ? 'no' : 'open');
/** The sources disagree about the limit itself. */
const strictlyBelow = ({ min, max }: Range, limit: number): Truth =>
  max < limit ? 'yes' : min > limit ? 'no' : 'open';

function minimumLivingAllowance(facts: FactValues, income: Range, head: Range, home: HukouGroup): PlainVerdict {
  const under = below(head, LINE);
  const outcomes = {
    ...homeOutcomes(home),
    C5: closed(under, head),
    C6: 'review' as const,
    C14: 'review' as const,
    C12: home.permit,
    C13: 'review' as const,
  };
  const programme = 'minimum-living-allowance';
  if (home.truth === 'no' || under === 'no') return { programme, verdict: 'unlikely', outcomes, missing: [] };
  const missing = new Set(home.missing);
  if (under === 'open') for (const fact of head.missing) missing.add(fact);
  for (const fact of topUpRange(income, facts, LINE).missing) missing.add(fact);
  // Property is the office's to judge, so only a no can still be reached by asking.
  const decidable = facts[HUKOU] === undefined || incomeCanExceed(facts, LINE, true);
  return { programme, verdict: decidable ? 'need-facts' : 'needs-review', outcomes, missing: [...missing] };
}

function lowIncomeMargin(facts: FactValues, _income: Range, head: Range, home: HukouGroup): PlainVerdict {
  const floor = strictlyBelow(head, LINE);
  const above: Truth = floor === 'yes' ? 'no' : floor === 'no' ? 'yes' : 'open';
  const under = strictlyBelow(head, MARGIN);
  const assets = perHead(rangeOf(facts, 'household.moneyAssetsFen', 10_000_000_000), facts);
  const poor = atMost(assets, MARGIN_ASSETS);
  const outcomes = {
    ...homeOutcomes(home),
    C5: closed(above, head),
    // Below the line 低保 comes first, and whether it counts here only the office can say: no refusal over it.
    C13: 'review' as const,
    C6: closed(under, head),
    C7: closed(poor, assets),
    C8: among(facts[SOLD_HOME], true),
    C9: 'review' as const,
    C10: 'review' as const,
    C11: home.permit,
    C12: 'review' as const,
    G1: among(facts[grantFacts[0]], true),
    G2: among(facts[grantFacts[1]], true),
    G3: among(facts[grantFacts[2]], true),
    G4: among(facts[grantFacts[3]], true),
    G5: among(facts[grantFacts[4]], true),
  };
  const programme = 'low-income-margin';
  // How much of the money from a home sold for illness counts, only the office can say: no refusal over it.
  const tooRich = poor === 'no' && facts[SOLD_HOME] === false;
  if (tooRich || [home.truth, under].includes('no')) return { programme, verdict: 'unlikely', outcomes, missing: [] };
  const missing = new Set(home.missing);
  if (above === 'open' || under === 'open') for (const fact of head.missing) missing.add(fact);
  if (poor === 'open') for (const fact of assets.missing) missing.add(fact);
  if (poor !== 'yes' && facts[SOLD_HOME] === undefined) missing.add(SOLD_HOME);
  addMissingGrants(facts, missing);
  const decidable = facts[HUKOU] === undefined || incomeCanExceed(facts, MARGIN, false) || moneyCanRefuse(facts, poor);
  return { programme, verdict: decidable ? 'need-facts' : 'needs-review', outcomes, missing: [...missing] };
}

function addMissingGrants(facts: FactValues, missing: Set<string>): void {
  for (const fact of grantFacts) if (facts[fact] === true) return;
  for (const fact of grantFacts) if (facts[fact] === undefined) missing.add(fact);
}

function moneyCanRefuse(facts: FactValues, poor: Truth): boolean {
  const notSold = facts[SOLD_HOME] === undefined || facts[SOLD_HOME] === false;
  return notSold && (poor === 'no' || (poor === 'open' && assetsCanExceed(facts, MARGIN_ASSETS)));
}

function homeOutcomes({ outcomes: [C1, C2, C3] }: HukouGroup) {
  return { C1, C2, C3, C4: 'review' as const };
}

const GRADE = 'disabledPerson.grade';
const DISABLED_HUKOU = 'disabledPerson.hukouInTianjin';
const OTHER_CARE = 'disabledPerson.receivesOtherCareSubsidy';

/** What a part of the rule says, and what asking could still make it say. */
interface Part {
  readonly truth: Truth;
  readonly canYes: boolean;
  readonly canNo: boolean;
  readonly missing: readonly string[];
}

function part(truth: Truth, missing: readonly string[] = [], canYes = missing.length > 0, canNo = canYes): Part {
  return { truth, missing, canYes: truth === 'yes' || canYes, canNo };
}

/** One fact that must have one value. */
function single(facts: FactValues, fact: string, wanted: boolean): Part {
  const outcome = among(facts[fact], wanted);
  return outcome === 'missing' ? part('open', [fact]) : part(outcome === 'review' ? 'open' : outcome);
}

function careSubsidy(facts: FactValues): PlainVerdict {
  const disabled = single(facts, 'household.hasDisabledMember', true);
  const injury = single(facts, 'disabledPerson.receivesWorkInjuryNursing', false);
  const hardship = single(facts, 'disabledPerson.receivesSpecialHardshipSupport', false);
  const parts = [disabled, gradePart(facts), careHukouPart(facts), injury, hardship, otherCarePart(facts)];
  const outcomes = careOutcomes(facts);
  const programme = 'disability-care-subsidy';
  if (parts.some(({ truth }) => truth === 'no')) return { programme, verdict: 'unlikely', outcomes, missing: [] };
  if (parts.every(({ truth }) => truth === 'yes')) return { programme, verdict: 'likely', outcomes, missing: [] };
  const missing = [...new Set(parts.flatMap((each) => (each.truth === 'open' ? each.missing : [])))];
  const decidable = parts.some(({ canNo }) => canNo) || parts.every(({ canYes }) => canYes);
  return { programme, verdict: decidable ? 'need-facts' : 'needs-review', outcomes, missing };
}

function gradePart(facts: FactValues): Part {
  const grade = facts[GRADE];
  if (grade === undefined) return part('open', [GRADE]);
  if (grade === 'grade-1' || grade === 'grade-2') return part('yes');
  // Without a certificate the assessment comes first, and only an office can say how it ends.
  return part(grade === null || grade === 'no-certificate' ? 'open' : 'no');
}

function careHukouPart(facts: FactValues): Part {
  const hukou = facts[HUKOU];
  const own = among(facts[DISABLED_HUKOU], true);
  if (hukou === 'all-tianjin') return part('yes');
  if (hukou === 'none' || hukou === 'residence-permit') return part('no');
  const asked = own === 'missing' ? [DISABLED_HUKOU] : [];
  if (hukou === undefined) return part('open', [HUKOU, ...asked]);
  if (hukou === null) return part('open', asked, false);
  return own === 'yes' || own === 'no' ? part(own) : part('open', asked);
}

function otherCarePart(facts: FactValues): Part {
  const outcome = among(facts[OTHER_CARE], false);
  if (outcome === 'yes') return part('yes');
  // Which of two subsidies is the higher is settled at the office: asking can only bring a yes.
  return outcome === 'missing' ? part('open', [OTHER_CARE], true, false) : part('open');
}

function careOutcomes(facts: FactValues): Record<string, Outcome> {
  return {
    C1: among(facts['household.hasDisabledMember'], true),
    C2: among(facts[GRADE], 'grade-1', 'grade-2'),
    C3: among(facts[GRADE], 'no-certificate'),
    C4: 'review',
    C5: among(facts[HUKOU], 'all-tianjin'),
    C6: among(facts[HUKOU], 'some-tianjin'),
    C7: among(facts[DISABLED_HUKOU], true),
    C8: among(facts['disabledPerson.receivesWorkInjuryNursing'], false),
    C9: among(facts['disabledPerson.receivesSpecialHardshipSupport'], false),
    C10: among(facts[OTHER_CARE], false),
    C11: 'review',
  };
}
