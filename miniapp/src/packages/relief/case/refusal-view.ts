import type { DecidingClause, FigureView, RefusalView, WayOn } from '@jinmen/shared/applications/refusal-views';
import type { DecisionView } from '@jinmen/shared/applications/views';
import { derived } from '@jinmen/shared/facts/derived';
import { facts } from '@jinmen/shared/facts/facts';
import { yuan } from '@jinmen/shared/kernel/money';
import { refusalWords as words } from '../../../copy/refusal';
import { dayAndWeekday, dayInWords } from '../../../platform/clock';
import { valueInWords } from '../apply/form-view';
import { figuresOf, missedBy } from '../figures';
import { titleOf } from '../programme-title';
import { sourceInWords } from '../verdict-view';
import { labelOf } from '../vocabulary';

const vocabulary = { facts, derived };

/** One way on as the resident reads it. */
export interface WayShown {
  readonly kind: Exclude<WayOn['kind'], 'ask'>;
  readonly line: string;
  readonly action: string;
  readonly source?: string;
  /** Of `apply` and `again`: what is applied for. */
  readonly programme?: string;
  /** The child it is for; the resident when absent. */
  readonly dependant?: string;
}

/** Why it was refused, in lines: the bureau's words first, then what decided, in figures. */
export function reasonLines({ clause, refusal }: Pick<DecisionView, 'clause' | 'refusal'>): readonly string[] {
  const deciding = refusal?.deciding;
  return [
    ...(deciding?.named === 'bureau' ? [words.plainly(deciding.clause.text)] : []),
    ...(clause && clause.id === undefined ? [words.noClause] : []),
    ...(deciding?.named === 'ours' ? [words.guess(deciding.clause.text)] : []),
    ...(deciding ? decidingLines(deciding) : []),
    ...(clause?.source ? [words.source(sourceInWords(clause.source))] : []),
  ];
}

function decidingLines({ clause, standards, puzzling }: DecidingClause): readonly string[] {
  const figures = [figuresOf(clause, vocabulary), missedBy(clause, vocabulary)].filter(Boolean).join('，');
  const [standard] = standards;
  const isMoney = standard?.unit.startsWith('fen');
  return [
    ...(figures === '' ? [] : [figures]),
    ...(standard && isMoney ? [words.standard(yuan(standard.value), dayInWords(standard.from))] : []),
    ...(puzzling ? [clause.outcome === 'yes' ? words.puzzling : words.open] : []),
  ];
}

/** What can be done here, the best first; whom to call stands at the foot of every page. */
export function waysShown(programme: string, { waysOn = [] }: Pick<DecisionView, 'waysOn'>): readonly WayShown[] {
  return waysOn.flatMap((way) => (way.kind === 'ask' ? [] : waysIn(programme, way)));
}

/** What is for one of the family alone: first for each child whom one may act for, then for oneself. */
function waysIn(programme: string, way: Exclude<WayOn, { kind: 'ask' }>): readonly WayShown[] {
  const own = wayShown(programme, way);
  if (way.kind !== 'apply' || !way.wards?.length) return [own];
  const title = titleOf(way.programme);
  const wards = way.wards.map(({ dependant, name }) => ({
    ...own,
    dependant,
    action: words.apply.forWard(name, title),
  }));
  const self = { kind: way.kind, programme: way.programme, line: words.apply.selfLine };
  return [...wards, { ...self, action: words.apply.forSelf(title) }];
}

function wayShown(programme: string, way: Exclude<WayOn, { kind: 'ask' }>): WayShown {
  const { kind } = way;
  switch (kind) {
    case 'correct':
      return { kind, line: words.correct.line(labelsOf(way.facts)), action: words.correct.action };
    case 'apply': {
      const source = way.source && { source: words.source(sourceInWords(way.source)) };
      const line = `${way.why}${words.apply.kept}`;
      return { kind, line, action: words.apply.action(titleOf(way.programme)), programme: way.programme, ...source };
    }
    case 'again':
      return { kind, line: words.again.line, action: words.again.action(titleOf(programme)), programme };
    case 'look':
      return { kind, line: words.look.line, action: words.look.action };
    case 'appeal':
      return { kind, line: words.appeal.line(dayAndWeekday(way.until)), action: words.appeal.action };
  }
}

function labelsOf(names: readonly string[]): readonly string[] {
  return names.slice(0, MOST_NAMED).map((name) => labelOf(name, vocabulary));
}

const MOST_NAMED = 3;

/** One figure in lines: what it is, whose it is, and what was told instead. */
export function figureLines({ fact, label, value, origin, from = '', said }: FigureView): readonly string[] {
  const inWords = (of: FigureView['value']) => valueInWords(`fact:${fact}`, of);
  const whose = {
    declared: words.figures.declared,
    verified: words.figures.verified(from),
    corrected: words.figures.corrected(from),
  };
  const differs = said !== undefined && said !== value;
  return [
    words.figures.line(label, inWords(value)),
    whose[origin],
    ...(differs ? [words.figures.said(inWords(said))] : []),
  ];
}

export function changesIn({ changes }: RefusalView): readonly string[] {
  return changes.map(({ text }) => text);
}
