import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService } from './bookable-service.port';
import { BookingPeople } from './booking-people.service';
import type { HeldBooking } from './booking-turns.service';
import type { PlaceFor, PlaceOutcome } from './bookings.port';
import type { Details } from './bookings.repository';
import { ConfirmingAtOnce } from './confirming-at-once.service';
import { FreedUnits } from './freed-units.service';
import { type HoldClaimed, HoldClaims, isRefusal, wrongWindow } from './hold-claims.service';
import { PolicyRegistry } from './policy-registry';

/** A booking for somebody who is not there to read a refusal, so that is an answer. */
@Injectable()
export class Placing {
  constructor(
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly people: BookingPeople,
    private readonly claims: HoldClaims,
    private readonly freed: FreedUnits,
    private readonly atOnce: ConfirmingAtOnce,
  ) {}

  /** Inside the caller’s transaction. What is not for them rests again. */
  async place(wish: PlaceFor): Promise<PlaceOutcome> {
    const policy = this.policies.get(wish.service);
    const details = policy.readDetails(wish.kind, wish.details);
    if (isRefusal(details)) return { kind: 'not-them', code: details.code };
    const { kind, windowId, until, byStaff, fromResting } = wish;
    const [id, lines] = [randomUUID(), await policy.linesOf({ kind, windowId, details })];
    const request = {
      ...{ holder: id, lines },
      ...(until !== 'confirmed' && { until }),
      ...(byStaff && { byStaff }),
      ...(fromResting && { fromResting }),
    };
    const { outcomes, windows } = await this.inventory.holdAll([request]);
    const [outcome] = outcomes;
    if (outcome?.kind !== 'held') return { kind: 'no-place' };
    const window = windows.get(windowId) as SlotWindow; // a hold was given in it
    const claimed = wrongWindow(policy, wish, window)
      ? { refusal: { code: 'booking.other-kind', words: '' } }
      : await this.claim(wish, { id, policy, details, window, holdId: outcome.holdId });
    if ('held' in claimed) return this.placed(claimed.held, wish);
    await this.freed.release(outcome.holdId, wish.service, window);
    return { kind: 'not-them', code: 'refusal' in claimed ? claimed.refusal.code : 'booking.already-yours' };
  }

  private claim(
    { service, kind, windowId, person: holder, accountId, phone, until }: PlaceFor,
    rest: { id: string; policy: BookableService; details: Details; window: SlotWindow; holdId: string },
  ): Promise<HoldClaimed> {
    const who = { holder, ...(accountId !== undefined && { accountId }), ...(phone !== undefined && { phone }) };
    const ends = until === 'confirmed' ? rest.window.startsAt : until;
    return this.claims.claim({ service, kind, windowId, ...who, ...rest, until: ends });
  }

  private async placed({ opened, booking }: HeldBooking, { until }: PlaceFor): Promise<PlaceOutcome> {
    if (until !== 'confirmed') return { kind: 'held', booking };
    return { kind: 'confirmed', booking: await this.people.toBooking(await this.atOnce.confirm(opened)) };
  }
}
