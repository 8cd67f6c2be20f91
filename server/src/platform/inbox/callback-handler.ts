import { DiscoveryService } from '@nestjs/core';
import type { BureauCode } from '../config/bureau-address';

/** Something a bureau says happened there. Its signature was checked; what is in it was not. */
export interface CallbackEvent {
  /** The bureau's id of the event: the same for every retransmission. */
  readonly id: string;
  readonly type: string;
  /** When it happened, by the bureau's clock. */
  readonly at: Date;
  /** In the bureau's words; only its port can read it. */
  readonly body: unknown;
}

/**
 * - `applied`: it changed something here.
 * - `not-applicable`: it will never fit where its case stands (a decision after a withdrawal). Kept, alarmed, not applied.
 * - `too-early`: what must come before it has not come yet. Nothing is kept and the bureau sends it again later.
 */
export type CallbackOutcome = 'applied' | 'not-applicable' | 'too-early';

/** Takes one bureau's callbacks. Registered by `@HandlesCallbacks` on the class. */
export abstract class CallbackHandler {
  /**
   * In the transaction that records the event, and at most once for each event that commits.
   * @throws BureauNonsense when it cannot be read: its writes are undone, the event is kept for a person.
   */
  abstract handle(event: CallbackEvent): Promise<CallbackOutcome>;

  /**
   * In the transaction that keeps an event for a person because `handle` could not read it: says so at the case it is
   * about, as far as that much can be read. Nothing by default.
   */
  async unreadable(_event: CallbackEvent): Promise<void> {}
}

/** One bureau, or of what it says those types alone that begin with `family`. */
export type Heard = BureauCode | { readonly bureau: BureauCode; readonly family: string };

/** On a `CallbackHandler`: what it listens to, a family before the rest. Two for the same do not boot. */
export const HandlesCallbacks = DiscoveryService.createDecorator<Heard>();
