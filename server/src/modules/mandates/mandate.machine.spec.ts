import type { MandateState } from '@jinmen/shared/residents/mandates';
import { ACTOR_KINDS } from '../../platform/audit/audit-row.entity';
import { mandateMay } from './mandate.machine';

const STATES: readonly MandateState[] = ['checking', 'not-confirmed', 'waiting', 'acting', 'revoked', 'ended'];

/** Every (from, to, by whom) that moves, written out apart from the machine. */
const LISTED = [
  'checking not-confirmed bureau',
  'checking waiting bureau',
  'waiting acting resident',
  'waiting acting staff',
  'waiting revoked resident',
  'waiting revoked staff',
  'waiting ended resident',
  'waiting ended system',
  'acting revoked resident',
  'acting revoked staff',
  'acting ended resident',
  'acting ended system',
];

describe('a mandate', () => {
  it('of every state, every other and everybody, moves by the listed triples alone', () => {
    const moving = STATES.flatMap((from) =>
      STATES.flatMap((to) => ACTOR_KINDS.filter((by) => mandateMay(from, to, by)).map((by) => `${from} ${to} ${by}`)),
    );
    expect(moving.sort()).toEqual([...LISTED].sort());
  });

  it('never acts again once it was stopped, is over, or nobody was confirmed', () => {
    for (const from of ['revoked', 'ended', 'not-confirmed'] as const)
      for (const to of STATES) for (const by of ACTOR_KINDS) expect(mandateMay(from, to, by)).toBe(false);
  });
});
