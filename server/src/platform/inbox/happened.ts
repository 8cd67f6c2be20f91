import { BureauNonsense } from '../bureau-http/bureau-answer';
import type { BureauCode } from '../config/bureau-address';

/** As far as a bureau's clock may differ from ours (docs/bureaus/transport.md §2). */
export const TOLERANCE_S = 300;

/**
 * A day mistyped at a desk must not end, or begin, what lies ahead.
 * @param at what a bureau says is the moment when it happened.
 * @throws BureauNonsense for one that has not come yet.
 */
export function mustHaveHappened(bureau: BureauCode, at: Date, now: Date): void {
  if (at.getTime() - now.getTime() > TOLERANCE_S * 1000) throw new BureauNonsense(bureau, 'occurredAt');
}
