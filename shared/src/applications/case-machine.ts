import type { CaseEvent, CaseFile, CaseItem, PaperRequest } from './case-file';
import type { CaseState } from './views';

/** What became of an event: the case after it, and whether its state is another; or nothing, and why. */
export type Applied =
  | { readonly case: CaseFile; readonly moved: boolean }
  | { readonly notApplicable: true; readonly why: NotApplicable };

/**
 * - `twice`: it had its effect before · `over`: the case is closed or withdrawn · `behind`: that step is past or was
 *   never open · `no-such-item`: the programme is not part of the case, or not where this could happen to it.
 */
export type NotApplicable = 'twice' | 'over' | 'behind' | 'no-such-item';

type Kind = CaseEvent['kind'];

/**
 * The way of a case. What stands further down never leads up again, but for what was refused and is looked at again;
 * an event may skip steps, because words overtake.
 */
export const WAY: readonly CaseState[] = [
  'held-back',
  'submitted',
  'routed',
  'accepted',
  'verifying',
  'investigating',
  'publicised',
  'decided',
  'closed',
];

/** Nothing happens to these any more. */
export const OVER: readonly CaseState[] = ['closed', 'withdrawn'];

/**
 * Where each event may find a case, and where it takes it; `undefined` = it depends on the items or the papers.
 * `supplement-requested` is a halt: the case stands where `papers.resume` says, and may go on from there.
 */
export const MOVES: Readonly<Record<Kind, { readonly from: readonly CaseState[]; readonly to?: CaseState }>> = {
  sent: { from: ['held-back'], to: 'submitted' },
  registered: { from: ['submitted'], to: 'routed' },
  accepted: { from: ['submitted', 'routed'], to: 'accepted' },
  'check-requested': { from: ['accepted'], to: 'verifying' },
  visited: { from: ['submitted', 'routed', 'accepted', 'verifying'], to: 'investigating' },
  publicised: { from: ['submitted', 'routed', 'accepted', 'verifying', 'investigating'], to: 'publicised' },
  'papers-requested': {
    from: ['submitted', 'routed', 'accepted', 'verifying', 'investigating', 'publicised'],
    to: 'supplement-requested',
  },
  'paper-unreadable': {
    from: ['submitted', 'routed', 'accepted', 'verifying', 'investigating', 'publicised'],
    to: 'supplement-requested',
  },
  'papers-received': { from: ['submitted', 'routed', 'accepted', 'verifying', 'investigating', 'publicised'] },
  decided: { from: ['submitted', 'routed', 'accepted', 'verifying', 'investigating', 'publicised', 'decided'] },
  'item-sent': { from: ['submitted', 'routed', 'accepted', 'verifying', 'investigating', 'publicised', 'decided'] },
  'item-not-filed': { from: WAY.filter((state) => !OVER.includes(state)) },
  withdrawn: { from: WAY.filter((state) => !OVER.includes(state)) },
  reopened: { from: WAY.filter((state) => state !== 'held-back') },
};

/** Where a case that had its end stands again: the office has it, and looks. */
const REOPENED: CaseState = 'accepted';

/** Who may have said something about a case: the bureau that has it, the resident, or a step of our own. */
export type Source = 'bureau' | 'resident' | 'system';

/** Whose word each is: nobody at a desk of ours decides, and nobody decides about themselves. */
export const SAID_BY: Readonly<Record<Kind, readonly Source[]>> = {
  sent: ['system'],
  registered: ['system'],
  accepted: ['bureau'],
  'check-requested': ['system'],
  visited: ['bureau'],
  publicised: ['bureau'],
  // a paper that was promised and did not come in time is asked for by us
  'papers-requested': ['bureau', 'system'],
  'paper-unreadable': ['bureau'],
  // at the counter, or from the phone
  'papers-received': ['bureau', 'resident'],
  decided: ['bureau'],
  'item-sent': ['system'],
  'item-not-filed': ['system'],
  withdrawn: ['resident'],
  reopened: ['bureau'],
};

/**
 * Pure: what the event does to the case. It goes backwards only with what was refused and is looked at again, and nothing
 * else happens after it is over, but for a decision on what the bureau would not give back any more.
 */
export function apply(file: CaseFile, event: CaseEvent): Applied {
  if (file.applied.includes(event.id)) return notApplicable('twice');
  if (!(event.kind === 'decided' && event.notTakenBack)) {
    if (OVER.includes(file.state) && event.kind !== 'reopened') return notApplicable('over');
    if (!MOVES[event.kind].from.includes(standingOf(file))) return notApplicable('behind');
  }
  const after = afterEvent(file, event);
  if (typeof after === 'string') return notApplicable(after);
  return { case: { ...after, applied: [...file.applied, event.id] }, moved: after.state !== file.state };
}

/** How far a case is, also while it waits for papers. */
export function standingOf({ state, papers }: CaseFile): CaseState {
  return state === 'supplement-requested' && papers ? papers.resume : state;
}

/** Whether nothing more can come of an item. */
export function isSettled({ state }: CaseItem): boolean {
  return state !== 'in-hand' && state !== 'held-back';
}

function afterEvent(file: CaseFile, event: CaseEvent): CaseFile | NotApplicable {
  switch (event.kind) {
    case 'sent':
      return sent(file, event.programmes);
    case 'papers-requested':
      return { ...file, state: 'supplement-requested', papers: askedFor(file, event) };
    case 'paper-unreadable':
      return { ...file, state: 'supplement-requested', papers: askedAgain(file, event) };
    case 'papers-received':
      return received(file, event.papers);
    case 'item-sent':
      return settle(file, [event.programme], ['held-back'], 'in-hand');
    case 'item-not-filed':
      return settle(file, [event.programme], ['held-back'], 'not-filed');
    case 'decided':
      return settle(
        file,
        [event.programme],
        event.notTakenBack ? ['in-hand', 'withdrawn'] : ['in-hand'],
        event.outcome,
      );
    case 'withdrawn':
      return settle(file, event.programmes, ['in-hand', 'held-back'], 'withdrawn');
    case 'reopened':
      return reopened(file, event.programme);
    case 'registered':
      return registered(file);
    default:
      return forward(file, MOVES[event.kind].to ?? file.state);
  }
}

/** A bureau that goes on has what it needs, whatever it had asked for. */
function forward(file: CaseFile, state: CaseState): CaseFile {
  return file.papers ? { ...file, state, papers: { ...file.papers, open: false } } : { ...file, state };
}

/** Its receipt alone: it may come after something was asked for here, and asks for nothing less. */
function registered(file: CaseFile): CaseFile {
  const { state, papers } = file;
  if (state !== 'supplement-requested' || !papers) return forward(file, 'routed');
  return { ...file, papers: { ...papers, resume: 'routed' } };
}

function sent(file: CaseFile, programmes: readonly string[]): CaseFile | NotApplicable {
  const after = settle(file, programmes, ['held-back'], 'in-hand');
  return typeof after === 'string' ? after : forward(after, 'submitted');
}

type PapersRequested = Extract<CaseEvent, { kind: 'papers-requested' }>;
type PaperUnreadable = Extract<CaseEvent, { kind: 'paper-unreadable' }>;

/** The next version: what is asked for now, and what was missing before and is not there yet. */
function askedFor(file: CaseFile, { day, by, papers }: PapersRequested): PaperRequest {
  const before = file.papers;
  const missing = before?.open ? before.papers.filter(({ received: had }) => !had).map(({ name }) => name) : [];
  const names = [...new Set([...papers, ...missing])];
  return {
    version: versionOf(before) + 1,
    askedOn: day,
    by,
    resume: standingOf(file),
    open: true,
    papers: names.map((name) => ({ name, received: false })),
  };
}

/** Within the same list where it stands on it; else the next version, with everything. */
function askedAgain(file: CaseFile, { paper, by, ...event }: PaperUnreadable): PaperRequest {
  const list = file.papers?.papers.some(({ name }) => name === paper)
    ? file.papers
    : askedFor(file, { ...event, kind: 'papers-requested', papers: [paper], by });
  const papers = list.papers.map((each) =>
    each.name === paper ? { ...each, received: false, unreadable: true as const } : each,
  );
  const later = by > list.by ? by : list.by;
  return { ...list, version: versionOf(list), by: later, resume: standingOf(file), open: true, papers };
}

/** Lists written before there were versions are the first. */
function versionOf(list: PaperRequest | undefined): number {
  return list ? (list.version ?? 1) : 0;
}

function received(file: CaseFile, names: readonly string[]): CaseFile | NotApplicable {
  const asked = file.papers;
  if (!asked?.open || !asked.papers.some(({ name, received: had }) => !had && names.includes(name))) return 'behind';
  const papers = asked.papers.map((paper) =>
    names.includes(paper.name) ? { name: paper.name, received: true } : paper,
  );
  const open = papers.some(({ received: has }) => !has);
  return { ...file, state: open ? file.state : asked.resume, papers: { ...asked, papers, open } };
}

/** Brings the programmes (all, when none is named) that stand in `from` to `to`, and the case to its end with the last. */
function settle(
  file: CaseFile,
  programmes: readonly string[] | undefined,
  from: readonly CaseItem['state'][],
  to: CaseItem['state'],
): CaseFile | NotApplicable {
  const meant = (item: CaseItem) => from.includes(item.state) && (programmes?.includes(item.programme) ?? true);
  if (programmes?.some((code) => !file.items.some((item) => item.programme === code && meant(item)))) {
    return 'no-such-item';
  }
  if (!file.items.some(meant)) return 'no-such-item';
  const items = file.items.map((item) => (meant(item) ? { ...item, state: to } : item));
  const state = endOf(items) ?? file.state;
  return state === file.state ? { ...file, items } : { ...forward(file, state), items };
}

/** Only the refused one comes back; the others keep what they have. */
function reopened(file: CaseFile, programme: string): CaseFile | NotApplicable {
  const after = settle(file, [programme], ['refused'], 'in-hand');
  if (typeof after === 'string') return after;
  return file.state === 'decided' || file.state === 'closed' ? { ...after, state: REOPENED } : after;
}

/** The end its items bring a case to: all settled, or all that left for the bureau. */
function endOf(items: readonly CaseItem[]): CaseState | undefined {
  if (items.every(isSettled))
    return items.some(wasDecided) ? 'closed' : items.some(wasWithdrawn) ? 'withdrawn' : 'closed';
  return items.some(wasDecided) && !items.some(({ state }) => state === 'in-hand') ? 'decided' : undefined;
}

function wasDecided({ state }: CaseItem): boolean {
  return state === 'approved' || state === 'refused';
}

function wasWithdrawn({ state }: CaseItem): boolean {
  return state === 'withdrawn';
}

function notApplicable(why: NotApplicable): Applied {
  return { notApplicable: true, why };
}
