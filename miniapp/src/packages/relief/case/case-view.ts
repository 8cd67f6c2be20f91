import type { ApplicationView, CaseItemView, CaseView, DecisionView } from '@jinmen/shared/applications/views';
import { yuan } from '@jinmen/shared/kernel/money';
import { caseWords } from '../../../copy/case';
import { dayInWords } from '../../../platform/clock';
import type { PillTone } from '../../../ui/pill';
import { titleOf } from '../programme-title';
import { sourceInWords } from '../verdict-view';

const { decision: words, items: itemWords } = caseWords;

/** A decision as the resident reads it. */
export interface DecisionShown {
  readonly programme: string;
  readonly outcome: DecisionView['outcome'];
  readonly title: string;
  readonly lines: readonly string[];
  /** Of a refusal: the clause in words, and where it is written. */
  readonly why: string | undefined;
  readonly source: string | undefined;
  /** Programmes a refusal leads to. */
  readonly next: readonly string[];
}

const tones: Readonly<Record<CaseItemView['state'], PillTone>> = {
  'held-back': 'soft',
  'in-hand': 'soft',
  approved: 'success',
  refused: 'warn',
  withdrawn: 'muted',
  'not-filed': 'muted',
};

export function itemsOf({ cases }: Pick<ApplicationView, 'cases'>): readonly CaseItemView[] {
  return cases.flatMap(({ items }) => items);
}

export function decisionsOf(view: Pick<ApplicationView, 'cases'>): readonly DecisionShown[] {
  return itemsOf(view).flatMap(({ programme, decision }) => (decision ? [decisionShown(programme, decision)] : []));
}

function decisionShown(programme: string, { outcome, on, amount, from, clause, next }: DecisionView): DecisionShown {
  const title = titleOf(programme);
  const refused = outcome === 'refused';
  const sum = amount === undefined ? words.noAmount : words.amount[amount.per](yuan(amount.fen));
  return {
    programme,
    outcome,
    title: words[outcome](title),
    lines: [
      ...(refused ? [] : [sum]),
      ...(from === undefined ? [] : [words.from(dayInWords(from))]),
      words.on(dayInWords(on)),
    ],
    why: refused ? (clause?.text ?? words.noWhy) : undefined,
    source: clause?.source && words.source(sourceInWords(clause.source)),
    next: refused ? next : [],
  };
}

/** One programme in one line: how it stands and, where it waits, for what. */
export function itemShown({ programme, state, why, waitsFor = [] }: CaseItemView) {
  const waits = state === 'held-back' && waitsFor.length > 0 ? itemWords.waits(waitsFor.map(titleOf)) : undefined;
  return {
    programme,
    title: titleOf(programme),
    pill: itemWords.states[state],
    tone: tones[state],
    line: waits ?? why,
  };
}

/** What can still be taken back: nothing that is decided. */
export function withdrawable(view: Pick<ApplicationView, 'cases' | 'state'>): readonly string[] {
  if (view.state !== 'open') return [];
  return itemsOf(view)
    .filter(({ state }) => state === 'in-hand' || state === 'held-back')
    .map(({ programme }) => programme);
}

/** Whom to call about it, each office once. */
export function holdersOf({
  cases,
}: Pick<ApplicationView, 'cases'>): readonly Pick<CaseView, 'holder' | 'holderPhone'>[] {
  return cases.filter(({ holder }, at) => cases.findIndex((each) => each.holder === holder) === at);
}
