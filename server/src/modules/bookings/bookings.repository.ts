import { randomUUID } from 'node:crypto';
import type { BookingState, PartnerWay } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { Brackets, In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Clock } from '../../platform/clock';
import { isDuplicate } from '../../platform/database/retryable';
import { forUpdate } from '../../platform/database/row-lock';
import { insertRows } from '../../platform/database/rows';
import { Transactions } from '../../platform/database/transactions';
import type { PageRequest } from '../../platform/http/page';
import { Outcomes } from '../../platform/metrics/outcomes';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { BookingRow, bookingDetails, bookingExcuse } from './booking.entity';
import type { BookingMove } from './booking.machine';
import { bookingNumber } from './booking-number';
import { BookingPartyRow, type BookingRole, bookingPartyPhone } from './booking-party.entity';
import { BookingSigning } from './booking-signing';
import { BookingStep } from './booking-step.entity';
import type { Whose } from './whose';

export type Details = Readonly<Record<string, unknown>>;

/** A booking with what was said about it, opened. Its people’s names stand elsewhere. */
export interface OpenedBooking {
  readonly row: Readonly<BookingRow>;
  readonly parties: readonly OpenedParty[];
  readonly details: Details;
}

export interface OpenedParty {
  readonly row: Readonly<BookingPartyRow>;
  readonly phone?: string;
}

export type NewBooking = Pick<
  BookingRow,
  'id' | 'service' | 'kind' | 'site' | 'windowId' | 'startsAt' | 'noShowAt' | 'holdId' | 'expiresAt'
> & { readonly details: Details };

export interface NewParty {
  readonly role: BookingRole;
  readonly personId: string;
  readonly accountId?: string;
  readonly phone?: string;
  readonly way?: PartnerWay;
  readonly confirmedAt?: Date;
}

export interface AheadOf {
  readonly personIds: readonly string[];
  /** Of every service when it is absent. */
  readonly service?: string;
  readonly kind?: string;
}

/** Of 31⁶ numbers; a sixth clash in a row is somebody’s mistake. */
const NUMBER_TRIES = 6;

/** `ownParty` in SQL, of a `party`; with `namesOf` somebody. */
export const PARTY_IS_THEIRS =
  '(party.accountId = :accountId OR (party.personId = :personId AND (party.confirmedAt IS NOT NULL OR party.accountId IS NULL)))';

export function namesOf({ accountId, personId = '' }: Whose): Required<Whose> {
  return { accountId, personId };
}

/** All SQL about bookings, their people and their steps. Quota keys have a place of their own. */
@Injectable()
export class BookingsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly outcomes: Outcomes,
    private readonly signing: BookingSigning,
  ) {}

  /** Held, each with its first person; a number is found for each. Their first step is `begin`’s to write. */
  async addAll(news: readonly (readonly [NewBooking, NewParty])[]): Promise<readonly OpenedBooking[]> {
    const opened = news.map(([booking, holder]) => ({
      row: this.newRow(booking),
      details: booking.details,
      parties: [this.newParty(booking.id, holder)],
    }));
    await this.insertAll(opened.map(({ row }) => row));
    const parties = opened.flatMap((each) => each.parties.map(({ row }) => row));
    await insertRows(this.transactions.manager, BookingPartyRow, parties);
    return opened;
  }

  /** As if they had never been: for those that got no further than their own transaction. */
  async removeAll(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { manager } = this.transactions;
    await manager.delete(BookingPartyRow, { bookingId: In([...ids]) });
    await manager.delete(BookingRow, { id: In([...ids]) });
  }

  /** The first step of their stories; the rows have its version already. */
  async begin(opened: readonly OpenedBooking[]): Promise<void> {
    const steps = opened.map(({ row }) => firstStep(row));
    await insertRows(this.transactions.manager, BookingStep, steps);
    for (const { row } of opened) this.outcomes.happened('booking_steps_total', { service: row.service, act: 'hold' });
  }

  async addParty(bookingId: string, party: NewParty): Promise<OpenedParty> {
    const added = this.newParty(bookingId, party);
    await this.transactions.manager.insert(BookingPartyRow, added.row);
    return added;
  }

  /** What somebody said later: their number, or that they are sure. */
  async changeParty(
    { row, phone }: OpenedParty,
    change: { readonly phone?: string | undefined; readonly confirmedAt?: Date },
  ): Promise<OpenedParty> {
    const confirmedAt = change.confirmedAt ?? row.confirmedAt;
    const said = change.phone ?? phone;
    const sealed =
      change.phone === undefined ? row.phone : this.sealing.seal(labelIn(bookingPartyPhone, row.id), change.phone);
    await this.transactions.manager.update(BookingPartyRow, { id: row.id }, { confirmedAt, phone: sealed });
    return { row: { ...row, confirmedAt, phone: sealed }, ...(said !== undefined && { phone: said }) };
  }

  /** Of somebody who had no phone here. */
  async knownOn(bookingId: string, personId: string, accountId: string): Promise<void> {
    const where = { bookingId, personId, accountId: IsNull() };
    await this.transactions.manager.update(BookingPartyRow, where, { accountId });
  }

  async find(id: string): Promise<OpenedBooking | undefined> {
    const row = this.transactions.manager.findOneBy(BookingRow, { id });
    const [found, parties] = await Promise.all([row, this.partiesOf([id])]);
    return found ? this.opened(found, parties) : undefined;
  }

  async findByNumber(service: string, number: string): Promise<OpenedBooking | undefined> {
    return this.openedOr(await this.transactions.manager.findOneBy(BookingRow, { service, number }));
  }

  async findAll(ids: readonly string[]): Promise<readonly OpenedBooking[]> {
    const where = { id: In([...ids]) };
    return this.openedAll(await this.transactions.manager.find(BookingRow, { where, order: { id: 'ASC' } }));
  }

  /** Its row is nobody else’s to change until the transaction ends: the first lock of everybody (design §6). */
  async findForUpdate(
    where: { readonly id: string } | { readonly service: string; readonly number: string },
  ): Promise<OpenedBooking | undefined> {
    const { manager } = this.transactions;
    return this.openedOr(await manager.findOne(BookingRow, { where, ...forUpdate(manager) }));
  }

  /** As `ownParty` tells it. */
  async isOf(bookingId: string, { accountId, personId }: Whose): Promise<boolean> {
    const person = personId === undefined ? [] : [{ bookingId, personId }];
    const theirs = person.flatMap((one) => [
      { ...one, confirmedAt: Not(IsNull()) },
      { ...one, accountId: IsNull() },
    ]);
    return this.transactions.manager.existsBy(BookingPartyRow, [{ bookingId, accountId }, ...theirs]);
  }

  /** Newest first, one too many. */
  async list(whose: Whose, { limit, after }: PageRequest): Promise<readonly OpenedBooking[]> {
    const query = this.transactions.manager
      .createQueryBuilder(BookingRow, 'booking')
      .innerJoin(BookingPartyRow, 'party', `party.bookingId = booking.id AND ${PARTY_IS_THEIRS}`, namesOf(whose))
      .orderBy('booking.createdAt', 'DESC')
      .addOrderBy('booking.id', 'DESC')
      .take(limit + 1);
    if (after) {
      const older = new Brackets((where) =>
        where
          .where('booking.createdAt < :at', { at: after.at })
          .orWhere('booking.createdAt = :at AND booking.id < :id', { at: after.at, id: after.id }),
      );
      query.where(older);
    }
    return this.openedAll(await query.getMany());
  }

  /** By their numbers, without a lock. */
  async inWindow(windowId: string, states: readonly BookingState[]): Promise<readonly OpenedBooking[]> {
    const where = { windowId, state: In([...states]) };
    return this.openedAll(await this.transactions.manager.find(BookingRow, { where, order: { number: 'ASC' } }));
  }

  /**
   * Ids of those in one of the windows, in the order locks are taken in. As it is now, whatever the transaction has read
   * before: whoever closes a window must miss nobody.
   */
  async idsIn(windowIds: readonly string[], states: readonly BookingState[]): Promise<readonly string[]> {
    const { manager } = this.transactions;
    const where = { windowId: In([...windowIds]), state: In([...states]) };
    const rows = await manager.find(BookingRow, {
      select: { id: true },
      where,
      order: { id: 'ASC' },
      ...forUpdate(manager),
    });
    return rows.map(({ id }) => id);
  }

  /** Those any of these people may still go to. */
  async ahead({ personIds, service, kind }: AheadOf): Promise<readonly OpenedBooking[]> {
    const parties = await this.transactions.manager.findBy(BookingPartyRow, { personId: In([...personIds]) });
    const where = {
      id: In(parties.map(({ bookingId }) => bookingId)),
      endedAt: IsNull(),
      ...(service !== undefined && { service }),
      ...(kind !== undefined && { kind }),
    };
    return this.openedAll(await this.transactions.manager.find(BookingRow, { where, order: { id: 'ASC' } }));
  }

  /** Whose time to say yes is over, the longest over first. */
  async expired(most: number): Promise<readonly string[]> {
    const where = { expiresAt: LessThanOrEqual(this.clock.now()) };
    return this.ids({ where, order: { expiresAt: 'ASC', id: 'ASC' }, take: most });
  }

  /** Confirmed ones nobody came for. */
  async missed(most: number): Promise<readonly string[]> {
    const where = { state: 'confirmed' as const, noShowAt: LessThanOrEqual(this.clock.now()) };
    return this.ids({ where, order: { noShowAt: 'ASC', id: 'ASC' }, take: most });
  }

  /** One move: the row’s next version, and its step. The row is locked. */
  async move(
    { row, parties, details }: OpenedBooking,
    { act, why, ...change }: Partial<BookingRow> & { readonly act: BookingMove; readonly why?: string },
  ): Promise<OpenedBooking> {
    const version = row.version + 1;
    const { manager } = this.transactions;
    const step = { bookingId: row.id, version, act, why: why ?? null, at: this.clock.now() };
    const moved = { ...change, version };
    const signature = this.signing.next(row, { ...row, ...moved }, step);
    await manager.update(BookingRow, { id: row.id }, { ...moved, ...signature });
    await manager.insert(BookingStep, step);
    this.outcomes.happened('booking_steps_total', { service: row.service, act });
    return { row: { ...row, ...moved, ...signature }, parties, details };
  }

  async setDetails({ row, parties }: OpenedBooking, details: Details): Promise<OpenedBooking> {
    const sealed = this.sealing.sealJson(labelIn(bookingDetails, row.id), details);
    await this.transactions.manager.update(BookingRow, { id: row.id }, { details: sealed });
    return { row: { ...row, details: sealed }, parties, details };
  }

  /** Why nobody came; none when nobody said. */
  excuseOf({ id, excusedWhy }: Readonly<BookingRow>): string | undefined {
    return excusedWhy === null ? undefined : this.sealing.open(labelIn(bookingExcuse, id), excusedWhy);
  }

  sealedExcuse(id: string, why: string): Buffer {
    return this.sealing.seal(labelIn(bookingExcuse, id), why);
  }

  stepsOf(ids: readonly string[]): Promise<BookingStep[]> {
    const where = { bookingId: In([...ids]) };
    return this.transactions.manager.find(BookingStep, { where, order: { bookingId: 'ASC', version: 'ASC' } });
  }

  private async ids(options: { where: object; order: object; take: number }): Promise<readonly string[]> {
    const rows = await this.transactions.manager.find(BookingRow, { select: { id: true }, ...options });
    return rows.map(({ id }) => id);
  }

  private newRow({ details, ...given }: NewBooking): BookingRow {
    const row: BookingRow = {
      ...given,
      number: bookingNumber(),
      state: 'held',
      version: 1,
      renewals: 0,
      details: this.sealing.sealJson(labelIn(bookingDetails, given.id), details),
      createdAt: this.clock.now(),
      endedAt: null,
      excusedAt: null,
      excusedWhy: null,
      story: null,
      signed: null,
    };
    return { ...row, ...this.signing.sign(row, [firstStep(row)]) };
  }

  private newParty(bookingId: string, { role, personId, accountId, phone, way, confirmedAt }: NewParty): OpenedParty {
    const id = randomUUID();
    const row: BookingPartyRow = {
      id,
      bookingId,
      role,
      personId,
      accountId: accountId ?? null,
      phone: phone === undefined ? null : this.sealing.seal(labelIn(bookingPartyPhone, id), phone),
      way: way ?? null,
      confirmedAt: confirmedAt ?? null,
    };
    return { row, ...(phone !== undefined && { phone }) };
  }

  /** A refused insert ends no transaction, so other numbers are tried in the same one. */
  private async insertAll(rows: readonly BookingRow[]): Promise<void> {
    if (rows.length === 0) return;
    const { manager } = this.transactions;
    for (let tries = 1; ; tries += 1) {
      try {
        await insertRows(manager, BookingRow, rows);
        return;
      } catch (error) {
        if (tries === NUMBER_TRIES || !isDuplicate(error)) throw error;
        await this.renumber(rows);
      }
    }
  }

  /** Those whose number somebody has; all of them when nobody can be seen to have one of theirs. */
  private async renumber(rows: readonly BookingRow[]): Promise<void> {
    const where = { number: In(rows.map(({ number }) => number)) };
    const had = await this.transactions.manager.find(BookingRow, { select: { number: true }, where });
    const taken = new Set(had.map(({ number }) => number));
    for (const row of rows) if (taken.size === 0 || taken.has(row.number)) row.number = bookingNumber();
  }

  private async openedOr(row: BookingRow | null): Promise<OpenedBooking | undefined> {
    return row ? (await this.openedAll([row]))[0] : undefined;
  }

  private async openedAll(rows: readonly BookingRow[]): Promise<readonly OpenedBooking[]> {
    if (rows.length === 0) return [];
    const parties = await this.partiesOf(rows.map(({ id }) => id));
    return rows.map((row) => this.opened(row, parties));
  }

  private partiesOf(bookingIds: readonly string[]): Promise<readonly BookingPartyRow[]> {
    const where = { bookingId: In([...bookingIds]) };
    return this.transactions.manager.find(BookingPartyRow, { where, order: { role: 'ASC' } });
  }

  /** @param parties of it and maybe of others. */
  private opened(row: BookingRow, parties: readonly BookingPartyRow[]): OpenedBooking {
    return {
      row,
      details: this.sealing.openJson<Details>(labelIn(bookingDetails, row.id), row.details),
      parties: parties.filter(({ bookingId }) => bookingId === row.id).map((party) => this.openedParty(party)),
    };
  }

  private openedParty(row: BookingPartyRow): OpenedParty {
    if (row.phone === null) return { row };
    return { row, phone: this.sealing.open(labelIn(bookingPartyPhone, row.id), row.phone) };
  }
}

function firstStep({ id, version, createdAt }: Readonly<BookingRow>): BookingStep {
  return { bookingId: id, version, act: 'hold', why: null, at: createdAt };
}
