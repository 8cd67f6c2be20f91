import fc from 'fast-check';
import type { CivilDate } from '../kernel/civil-date';
import type { CaseFile, CaseItem, CaseWord } from './case-file';
import { apply, MOVES, OVER, SAID_BY, type Source, WAY } from './case-machine';
import type { CaseState } from './views';

/**
 * Every (state, event, role) there is, written out apart from the machine: what is not here must not move. `=` is a word
 * that counts and leaves the state as it is.
 */
const TEA = 'tea-allowance';
const DAY: CivilDate = '2026-11-25';
const SOURCES: readonly Source[] = ['bureau', 'resident', 'system'];
type Kind = CaseWord['kind'];

/** In `supplement-requested` it may do what it may do where it halted, here `verifying`. */
const STATES: readonly CaseState[] = [...WAY, 'supplement-requested', 'withdrawn'];

const halt = 'supplement-requested';
const EXPECTED: Readonly<Record<Kind, { by: string; moves: Readonly<Partial<Record<CaseState, CaseState | '='>>> }>> = {
  sent: { by: 'system', moves: { 'held-back': 'submitted' } },
  registered: { by: 'system', moves: { submitted: 'routed' } },
  accepted: { by: 'bureau', moves: { submitted: 'accepted', routed: 'accepted' } },
  'check-requested': { by: 'system', moves: { accepted: 'verifying' } },
  visited: {
    by: 'bureau',
    moves: {
      submitted: 'investigating',
      routed: 'investigating',
      accepted: 'investigating',
      verifying: 'investigating',
      [halt]: 'investigating',
    },
  },
  publicised: {
    by: 'bureau',
    moves: {
      submitted: 'publicised',
      routed: 'publicised',
      accepted: 'publicised',
      verifying: 'publicised',
      investigating: 'publicised',
      [halt]: 'publicised',
    },
  },
  'papers-requested': {
    by: 'bureau system',
    moves: {
      submitted: halt,
      routed: halt,
      accepted: halt,
      verifying: halt,
      investigating: halt,
      publicised: halt,
      [halt]: '=',
    },
  },
  'paper-unreadable': {
    by: 'bureau',
    moves: {
      submitted: halt,
      routed: halt,
      accepted: halt,
      verifying: halt,
      investigating: halt,
      publicised: halt,
      [halt]: '=',
    },
  },
  'papers-received': { by: 'bureau resident', moves: { [halt]: 'verifying' } },
  decided: {
    by: 'bureau',
    moves: {
      submitted: 'closed',
      routed: 'closed',
      accepted: 'closed',
      verifying: 'closed',
      investigating: 'closed',
      publicised: 'closed',
      decided: 'closed',
      [halt]: 'closed',
    },
  },
  // a case of one programme that is in hand waits for nothing, so neither has anything to say here
  'item-sent': { by: 'system', moves: {} },
  'item-not-filed': { by: 'system', moves: { 'held-back': 'closed' } },
  withdrawn: {
    by: 'resident',
    moves: {
      'held-back': 'withdrawn',
      submitted: 'withdrawn',
      routed: 'withdrawn',
      accepted: 'withdrawn',
      verifying: 'withdrawn',
      investigating: 'withdrawn',
      publicised: 'withdrawn',
      decided: 'withdrawn',
      [halt]: 'withdrawn',
    },
  },
  reopened: { by: 'bureau', moves: { closed: 'accepted' } },
};

const WORDS: Readonly<Record<Kind, CaseWord>> = {
  sent: { kind: 'sent', programmes: [TEA] },
  registered: { kind: 'registered' },
  accepted: { kind: 'accepted' },
  'check-requested': { kind: 'check-requested' },
  visited: { kind: 'visited' },
  publicised: { kind: 'publicised', from: DAY, until: DAY },
  'papers-requested': { kind: 'papers-requested', papers: ['收入证明'], by: DAY },
  'paper-unreadable': { kind: 'paper-unreadable', paper: '收入证明', by: DAY },
  'papers-received': { kind: 'papers-received', papers: ['收入证明'] },
  decided: { kind: 'decided', programme: TEA, outcome: 'approved' },
  'item-sent': { kind: 'item-sent', programme: TEA },
  'item-not-filed': { kind: 'item-not-filed', programme: TEA },
  withdrawn: { kind: 'withdrawn' },
  reopened: { kind: 'reopened', programme: TEA },
};

const ITEM_IN: Readonly<Partial<Record<CaseState, CaseItem['state']>>> = {
  'held-back': 'held-back',
  closed: 'refused',
  withdrawn: 'withdrawn',
};

function caseIn(state: CaseState): CaseFile {
  const asked = { version: 1, askedOn: DAY, by: DAY, resume: 'verifying' as const, open: true };
  return {
    state,
    items: [{ programme: TEA, state: ITEM_IN[state] ?? 'in-hand' }],
    ...(state === halt && { papers: { ...asked, papers: [{ name: '收入证明', received: false }] } }),
    applied: [],
  };
}

const KINDS = Object.keys(EXPECTED) as Kind[];
const triples = fc.record({
  state: fc.constantFrom(...STATES),
  kind: fc.constantFrom(...KINDS),
  source: fc.constantFrom(...SOURCES),
});

/** What the triple leads to; none: it is refused, and by whom. */
function outcomeOf({ state, kind, source }: { state: CaseState; kind: Kind; source: Source }): CaseState | undefined {
  if (!SAID_BY[kind].includes(source)) return undefined;
  const applied = apply(caseIn(state), { id: 'e1', day: DAY, ...WORDS[kind] });
  return 'case' in applied ? applied.case.state : undefined;
}

describe('of every state, every word and everybody who may say one', () => {
  it('the listed triples move, each to where the list says, and no other does', () => {
    const seen: string[] = [];
    for (const state of STATES)
      for (const kind of KINDS)
        for (const source of SOURCES) {
          const { by, moves } = EXPECTED[kind];
          const listed = by.split(' ').includes(source) ? moves[state] : undefined;
          const to = listed === '=' ? state : listed;
          if (outcomeOf({ state, kind, source }) !== to) seen.push(`${state} ${kind} ${source}`);
        }
    expect(seen).toEqual([]);
  });

  it('knows a word for each move of the machine and each state of a case', () => {
    expect(KINDS.sort()).toEqual(Object.keys(MOVES).sort());
    expect(KINDS.sort()).toEqual(Object.keys(SAID_BY).sort());
  });

  it('no row of triples leads back up, or out of an end, but through what was refused and is looked at again', () => {
    fc.assert(
      fc.property(fc.array(triples, { maxLength: 12 }), (row) => {
        let state: CaseState = 'submitted';
        for (const triple of row) {
          const to = outcomeOf({ ...triple, state });
          if (to === undefined) continue;
          if (triple.kind !== 'reopened') {
            expect(OVER).not.toContain(state);
            if (WAY.includes(state) && WAY.includes(to))
              expect(WAY.indexOf(to)).toBeGreaterThanOrEqual(WAY.indexOf(state));
          }
          state = to;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nobody but a bureau decides, and only the resident takes back', () => {
    expect(SAID_BY.decided).toEqual(['bureau']);
    expect(SAID_BY.reopened).toEqual(['bureau']);
    expect(SAID_BY.withdrawn).toEqual(['resident']);
  });
});
