import type { BookingState } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { type SignedRow, SignedRows, type SignedTable } from '../../platform/signed-rows/signed-rows';
import { BookingRow } from './booking.entity';
import { afterMove } from './booking.machine';
import { BookingSigning } from './booking-signing';
import { BookingStep } from './booking-step.entity';

const PAGE = 500;

interface SignedBooking extends SignedRow {
  readonly row: BookingRow;
  readonly steps: readonly BookingStep[];
}

/** That every booking stands where its steps led, and that both are what the server wrote. */
@Injectable()
export class SignedBookings implements SignedTable<SignedBooking> {
  readonly name = 'booking';

  constructor(
    signed: SignedRows,
    private readonly transactions: Transactions,
    private readonly signing: BookingSigning,
  ) {
    signed.add(this);
  }

  async page(after: string, lock: boolean): Promise<readonly SignedBooking[]> {
    const { manager } = this.transactions;
    const held = lock ? forUpdate(manager) : {};
    const rows = await manager.find(BookingRow, {
      where: { id: MoreThan(after) },
      order: { id: 'ASC' },
      take: PAGE,
      ...held,
    });
    const where = { bookingId: In(rows.map(({ id }) => id)) };
    const steps = await manager.find(BookingStep, { where, order: { bookingId: 'ASC', version: 'ASC' }, ...held });
    const stepsOf = new Map<string, BookingStep[]>(rows.map(({ id }) => [id, []]));
    for (const step of steps) stepsOf.get(step.bookingId)?.push(step);
    return rows.map((row) => this.judged(row, stepsOf.get(row.id) ?? []));
  }

  async sign({ row, steps }: SignedBooking): Promise<void> {
    await this.transactions.manager.update(BookingRow, { id: row.id }, this.signing.sign(row, steps));
  }

  private judged(row: BookingRow, steps: readonly BookingStep[]): SignedBooking {
    const { id, createdAt } = row;
    const changedAt = steps.at(-1)?.at ?? createdAt;
    return { id, row, steps, changedAt, broken: brokenBy(row, steps), unsigned: this.unsigned(row, steps) };
  }

  private unsigned(row: BookingRow, steps: readonly BookingStep[]): string | undefined {
    if (row.signed === null) return 'is not signed';
    if (!this.signing.holds(row)) return 'is not what was signed';
    return this.signing.hasSteps(row, steps) ? undefined : 'has other steps than it was signed with';
  }
}

/** What its steps say against it. */
function brokenBy({ state, version }: BookingRow, steps: readonly BookingStep[]): string | undefined {
  if (steps.length !== version || steps.some((step, at) => step.version !== at + 1)) return 'misses steps';
  let led: BookingState | undefined;
  for (const { act, version: at } of steps) {
    led = at === 1 ? (act === 'hold' ? 'held' : undefined) : led && afterMove(led, act);
    if (led === undefined) return `cannot have had its step ${at}, ${act}`;
  }
  return led === state ? undefined : `is ${state}, and its steps led to ${led}`;
}
