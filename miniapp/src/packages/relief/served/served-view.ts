import { programmes } from '@jinmen/shared/catalogue';
import type { Assessment, Clause, ProgrammeVerdict } from '@jinmen/shared/eligibility/assessment';
import type { Condition } from '@jinmen/shared/eligibility/condition';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import { versionOn } from '@jinmen/shared/eligibility/programme-of-day';
import { derived } from '@jinmen/shared/facts/derived';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { Plan } from '@jinmen/shared/planner/plan';
import { olderRules } from '../../../copy/older-rules';
import { house } from '../house';
import { waitingForDoors } from '../open-doors';
import { type PlanView, planView } from '../plan-view';
import type { ProgrammeText } from '../sheet-text';
import { type VerdictView, verdictView } from '../verdict-view';
import type { Vocabulary } from '../vocabulary';
import type { ServedAnswer } from './ask-server';
import type { ServedCatalogue } from './served-catalogue';
import { canAsk, isKnownName, namesIn } from './unknown-names';

/** The served answer as far as the resident wanted to hear it: without what only a closed door keeps undecided. */
export function answeredByServer({ assessment }: ServedAnswer, opened: readonly string[]): Assessment {
  const waiting = waitingForDoors(assessment, opened, house);
  // What waits for no door waits for a question this release does not know: that must be seen.
  const verdicts = assessment.verdicts.filter(({ programme }) => !waiting.get(programme)?.length);
  return { ...assessment, verdicts };
}

/** One served verdict, ready to be shown. */
export function servedVerdictView(
  verdict: ProgrammeVerdict,
  { catalogue }: ServedAnswer,
  { asOf, answers }: { asOf: CivilDate; answers: FactValues },
): VerdictView {
  const own = programmes.find(({ code }) => code === verdict.programme);
  const programme = own && sameClauses(own, verdict, asOf) ? own : undefined;
  const named = { ...verdict, clauses: verdict.clauses.map((clause) => withoutWordless(clause, catalogue)) };
  const view = verdictView(named, { programme, asOf, answers, vocabulary: vocabularyFor(verdict, catalogue) });
  const against = verdict.clauses.filter(({ outcome }) => outcome === 'no');
  // Without the rule nobody here can tell which of several decided.
  const vague = programme === undefined && verdict.verdict === 'unlikely' && against.length > 1;
  return vague ? { ...view, why: olderRules.unknown.why } : view;
}

/** Whether the clauses are those of this release's rule, so that its structure tells which of them mattered. */
function sameClauses(programme: Programme, { clauses }: ProgrammeVerdict, asOf: CivilDate): boolean {
  const version = versionOn(programme, asOf);
  if (version === undefined) return false;
  const { rule, amount } = version;
  const own = [...clausesIn(rule), ...(amount?.when ? clausesIn(amount.when) : [])];
  return own.join('\n') === clauses.map(({ id, text }) => `${id} ${text}`).join('\n');
}

function clausesIn(condition: Condition): readonly string[] {
  if (condition.kind === 'leaf') return [`${condition.id} ${condition.text}`];
  return condition.kind === 'not' ? clausesIn(condition.of) : condition.of.flatMap(clausesIn);
}

/** A number nobody here can name or knows the unit of is not shown as a figure. */
function withoutWordless(clause: Clause, { facts: served }: ServedCatalogue): Clause {
  if (isKnownName(clause.fact) || served[clause.fact] !== undefined) return clause;
  const { value: _value, threshold: _threshold, ...rest } = clause;
  return rest;
}

/** Words for everything the verdict names: ours, the server's, or one for all that has none. */
function vocabularyFor(verdict: ProgrammeVerdict, { facts: served }: ServedCatalogue): Vocabulary {
  const wordless = namesIn(verdict).filter((name) => !isKnownName(name) && served[name] === undefined);
  const words = { type: 'staff', label: olderRules.unknown.fact } as const;
  return { facts: { ...Object.fromEntries(wordless.map((name) => [name, words])), ...served, ...facts }, derived };
}

/** What the served rules would ask next and this release cannot: in their words where there are any. */
export function cannotAsk({ assessment: { nextQuestion }, catalogue }: ServedAnswer): string | undefined {
  if (nextQuestion === undefined || canAsk(nextQuestion)) return undefined;
  const title = catalogue.questions[nextQuestion.id];
  return title === undefined ? olderRules.answered.asksMore : olderRules.answered.asks(title);
}

/** The server's plan; nothing where this release cannot read it: an old plan over new verdicts could be unlawful. */
export function servedPlanView({ plan, catalogue }: ServedAnswer): PlanView | undefined {
  try {
    return planView(plan as Plan, textsOf(catalogue));
  } catch {
    return undefined;
  }
}

/** What programmes say of themselves: this release's texts, and the server's for those it does not know. */
export function textsOf({ programmes: served }: Pick<ServedCatalogue, 'programmes'>): readonly ProgrammeText[] {
  return [...programmes, ...served.filter(({ code }) => programmes.every((own) => own.code !== code))];
}

/** What people call it; a code is no word for anyone. */
export function servedTitle(code: string, catalogue: ServedCatalogue): string {
  return textsOf(catalogue).find((text) => text.code === code)?.title ?? olderRules.unknown.programme;
}
