import { releaseOf } from '@jinmen/shared/applications/filing';
import { clauseMeant } from '@jinmen/shared/applications/refusal-clause';
import type { CaseItemView, DecisionView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { relationsOf } from '@jinmen/shared/planner/candidates';
import type { Decision, OpenedCase, OpenedItem } from '../cases/cases.repository';
import { itemWords } from '../words';

/** The programmes of a case, in the order residents read them. */
export function itemViews(opened: OpenedCase, cases: readonly OpenedCase[]): readonly CaseItemView[] {
  const order = catalogue.map(({ code }) => code);
  return opened.file.items
    .map(({ programme, state }): CaseItemView => {
      const item = opened.items.find((each) => each.programme === programme);
      const waits = item && (state === 'held-back' || state === 'not-filed') ? whyNotFiled(item, state, cases) : {};
      const decision = item?.decision && { decision: decisionView(programme, item.decision, cases) };
      return { programme, state, ...waits, ...decision };
    })
    .sort((one, other) => order.indexOf(one.programme) - order.indexOf(other.programme));
}

/** What programmes are called when they are spoken of. */
export function titlesOf(programmes: readonly string[]): string {
  return catalogue
    .filter(({ code }) => programmes.includes(code))
    .map(({ title }) => title)
    .join('、');
}

function whyNotFiled(
  { held }: OpenedItem,
  state: 'held-back' | 'not-filed',
  cases: readonly OpenedCase[],
): Pick<CaseItemView, 'why' | 'waitsFor'> {
  const items = cases.flatMap(({ file }) => file.items);
  const wanted = state === 'held-back' ? 'wait' : 'do-not-file';
  const because = held.find((each) => releaseOf([each], items) === wanted) ?? held[0];
  if (!because) return {};
  const { waitsFor, until, why } = because;
  if (state === 'held-back') return { why, waitsFor };
  const others = titlesOf(waitsFor);
  return { why: until === 'approved' ? itemWords.notGranted(others) : itemWords.grantedInstead(others), waitsFor };
}

function decisionView(programme: string, decision: Decision, cases: readonly OpenedCase[]): DecisionView {
  const next = decision.outcome === 'refused' ? nextAfter(programme, cases) : [];
  const { clause } = decision;
  const found = catalogue.find(({ code }) => code === programme);
  const ours = clause && found && clauseMeant(found, clause, decision.on);
  const shown = clause && { text: clause.text, ...(ours && { id: ours.id, source: ours.source }) };
  return { ...decision, ...(shown && { clause: shown }), next };
}

/** What the rules lead to after a refusal, as far as it is not asked for already. */
function nextAfter(programme: string, cases: readonly OpenedCase[]): readonly string[] {
  const asked = cases.flatMap(({ file }) => file.items.map((item) => item.programme));
  return relationsOf(catalogue, 'falls-back-to').flatMap(({ by, relation: { other } }) =>
    by.code === programme && !asked.includes(other) ? [other] : [],
  );
}
