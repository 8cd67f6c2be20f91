import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { BookingRow } from '../booking.entity';
import { DisplacedBooking, KeptTime } from './displaced.entity';

/** All SQL about bookings that lost their place, and what is kept for them. */
@Injectable()
export class DisplacedRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Also when it lost one before: it is told of this one too. */
  async add(bookingId: string): Promise<void> {
    const { manager } = this.transactions;
    await manager.delete(DisplacedBooking, { bookingId });
    await manager.insert(DisplacedBooking, { bookingId, at: this.clock.now(), toldAt: null });
  }

  async remove(bookingId: string): Promise<void> {
    await this.transactions.manager.delete(DisplacedBooking, { bookingId });
  }

  /** Whom nobody has told yet, but of these services: whoever had booked first comes first. */
  async untold(most: number, but: readonly string[]): Promise<readonly string[]> {
    const rows = await this.transactions.manager
      .createQueryBuilder(DisplacedBooking, 'displaced')
      .innerJoin(BookingRow, 'booking', 'booking.id = displaced.bookingId')
      .select('displaced.bookingId', 'id')
      .where('displaced.toldAt IS NULL AND booking.service NOT IN (:...but)', { but: ['', ...but] })
      .orderBy('booking.createdAt', 'ASC')
      .addOrderBy('booking.id', 'ASC')
      .limit(most)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** `false` when they were told already. */
  async told(bookingId: string): Promise<boolean> {
    const change = { toldAt: this.clock.now() };
    const { affected } = await this.transactions.manager.update(
      DisplacedBooking,
      { bookingId, toldAt: IsNull() },
      change,
    );
    return affected === 1;
  }

  async keep(time: KeptTime): Promise<void> {
    await this.transactions.manager.insert(KeptTime, time);
  }

  /** What is kept at this moment, in the order it is offered in. */
  kept(bookingId: string): Promise<KeptTime[]> {
    const where = { bookingId, keptUntil: MoreThan(this.clock.now()) };
    return this.transactions.manager.find(KeptTime, { where, order: { order: 'ASC' } });
  }

  /** `undefined` when it is not kept any more. Whoever takes it away has it. */
  async takeAway(bookingId: string, windowId: string): Promise<KeptTime | undefined> {
    const { manager } = this.transactions;
    const row = await manager.findOneBy(KeptTime, { bookingId, windowId });
    if (!row) return undefined;
    const holdId = row.holdId ?? IsNull();
    const { affected } = await manager.delete(KeptTime, { bookingId, windowId, holdId });
    return affected === 1 ? row : undefined;
  }

  /** The same time under another hold. */
  async keepAs(bookingId: string, windowId: string, holdId: string): Promise<void> {
    await this.transactions.manager.update(KeptTime, { bookingId, windowId }, { holdId });
  }

  /** All that was kept or offered, taken away: whoever calls gives it back. */
  async takeAllAway(bookingId: string): Promise<readonly KeptTime[]> {
    const { manager } = this.transactions;
    const rows = await manager.find(KeptTime, { where: { bookingId }, ...forUpdate(manager) });
    await manager.delete(KeptTime, { bookingId });
    return rows;
  }

  /** Nothing is kept in these windows from now on; the job gives it back. */
  async endIn(windowIds: readonly string[]): Promise<void> {
    const change = { keptUntil: this.clock.now() };
    await this.transactions.manager.update(KeptTime, { windowId: In([...windowIds]) }, change);
  }

  /** Those of a service for whom nothing is kept now. */
  async withoutTime(service: string): Promise<readonly string[]> {
    const rows = await this.transactions.manager
      .createQueryBuilder(DisplacedBooking, 'displaced')
      .innerJoin(BookingRow, 'booking', 'booking.id = displaced.bookingId')
      .leftJoin(KeptTime, 'kept', 'kept.bookingId = booking.id AND kept.holdId IS NOT NULL AND kept.keptUntil > :now', {
        now: this.clock.now(),
      })
      .select('booking.id', 'id')
      .where("booking.service = :service AND booking.state = 'displaced' AND kept.bookingId IS NULL", { service })
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** From now on nothing is kept for it; the job gives it back. */
  async keepNoLonger(bookingId: string): Promise<void> {
    await this.transactions.manager.update(KeptTime, { bookingId }, { keptUntil: this.clock.now() });
  }

  ended(most: number): Promise<KeptTime[]> {
    const where = { keptUntil: LessThanOrEqual(this.clock.now()) };
    return this.transactions.manager.find(KeptTime, { where, order: { keptUntil: 'ASC' }, take: most });
  }

  /** Whether its people were told, and it still has no time. */
  isWaiting(bookingId: string): Promise<boolean> {
    return this.transactions.manager.existsBy(DisplacedBooking, { bookingId, toldAt: Not(IsNull()) });
  }

  /** Those who were told, for staff: the longest without a place first. */
  waiting(most: number): Promise<DisplacedBooking[]> {
    const where = { toldAt: Not(IsNull()) };
    return this.transactions.manager.find(DisplacedBooking, {
      where,
      order: { at: 'ASC', bookingId: 'ASC' },
      take: most,
    });
  }
}
