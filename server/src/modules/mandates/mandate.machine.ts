import type { MandateState } from '@jinmen/shared/residents/mandates';
import type { ActorKind } from '../../platform/audit/audit-row.entity';

/**
 * From where a mandate may come to each state, and by whose word. Nobody asks for somebody who is not confirmed, the
 * helper alone begins nothing, and what was stopped or is over never acts again.
 */
const TO: Readonly<
  Record<MandateState, { readonly from: readonly MandateState[]; readonly by: readonly ActorKind[] }>
> = {
  checking: { from: [], by: [] },
  // also when a person at a desk gave the question to the bureau up
  'not-confirmed': { from: ['checking'], by: ['bureau'] },
  waiting: { from: ['checking'], by: ['bureau'] },
  acting: { from: ['waiting'], by: ['resident', 'staff'] },
  revoked: { from: ['waiting', 'acting'], by: ['resident', 'staff'] },
  ended: { from: ['waiting', 'acting'], by: ['resident', 'system'] },
};

export function mandateMay(from: MandateState, to: MandateState, by: ActorKind): boolean {
  return TO[to].from.includes(from) && TO[to].by.includes(by);
}
