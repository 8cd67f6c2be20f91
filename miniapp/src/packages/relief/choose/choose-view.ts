import { filingsOf } from '@jinmen/shared/applications/filing';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { mayBeOnePerson, relationsOf, standsAgainst } from '@jinmen/shared/planner/candidates';
import type { Plan } from '@jinmen/shared/planner/plan';
import { chooseWords } from '../../../copy/apply';
import type { ListedChoice } from '../../../ui/choice-list';
import { planView } from '../plan-view';

/** What can be ticked: first what the answers or the resident's own wish suggest, then everything else. */
export interface ChooseView {
  readonly suggested: readonly ListedChoice[];
  readonly others: readonly ListedChoice[];
}

/**
 * `wanted`: the programme the resident came from; else the plan's. Every programme of the catalogue can be ticked: an
 * application is never refused here, whatever the answers look like.
 */
export function chooseView(
  plan: Plan | undefined,
  programmes: readonly Programme[],
  wanted: string | undefined,
): ChooseView {
  const first = wanted === undefined ? presetOf(plan) : [wanted];
  const lines = linesOf(plan, programmes);
  const choices = programmes.map(({ code, title, summary }) => ({
    value: code,
    label: title,
    line: (lines.get(code) ?? summary).replace(/。$/, ''),
  }));
  const rank = ({ value }: ListedChoice) => first.indexOf(value);
  return {
    suggested: choices.filter((each) => rank(each) >= 0).sort((one, other) => rank(one) - rank(other)),
    others: choices.filter((each) => rank(each) < 0),
  };
}

/** What is ticked for the resident: the plan's set, as far as the answers carry it. */
export function presetOf(plan: Plan | undefined): readonly string[] {
  return (plan?.apply ?? []).filter(({ standing }) => standing !== 'need-facts').map(({ programme }) => programme);
}

/** In the plan's own words, why each stands where it stands. */
function linesOf(plan: Plan | undefined, programmes: readonly Programme[]): ReadonlyMap<string, string> {
  const view = plan && planView(plan, programmes);
  const rows = view ? [...view.steps, ...view.waits, ...view.instead] : [];
  return new Map(rows.map(({ code, line }) => [code, line]));
}

/** What must be known about these together: what is held back for another's result, and pairs an office settles. */
export function notesOn(chosen: readonly string[], programmes: readonly Programme[], facts: FactValues) {
  const title = (code: string) => programmes.find((each) => each.code === code)?.title ?? code;
  const held = filingsOf(programmes, chosen, facts).flatMap(({ programme, held: all }) =>
    all.map(({ waitsFor, until, why }) => {
      const said = chooseWords.held[until](title(programme), waitsFor.map(title));
      return until === 'approved' ? `${said}${why}` : said;
    }),
  );
  const settled = relationsOf(programmes, 'excludes')
    .filter(({ by, relation: { other } }) => chosen.includes(by.code) && chosen.includes(other))
    .flatMap(({ relation }) => {
      if (mayBeOnePerson(relation, facts)) return [relation.why];
      const oneStays = relation.prefer === 'higher' && standsAgainst(relation, facts);
      return oneStays ? [chooseWords.both(relation.why)] : [];
    });
  return [...new Set([...held, ...settled])];
}
