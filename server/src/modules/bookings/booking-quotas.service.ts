import { Injectable } from '@nestjs/common';
import { isDuplicate } from '../../platform/database/retryable';
import { Transactions } from '../../platform/database/transactions';
import type { QuotaKey } from './bookable-service.port';
import type { BookingRole } from './booking-party.entity';
import { BookingQuota } from './booking-quota.entity';

/** Somebody has an active booking under this key already. */
export interface QuotaClash {
  readonly bookingId: string;
  /** Who may look at it: those on whose phone it was said, and those who said yes. */
  readonly accounts: readonly string[];
  readonly people: readonly string[];
}

interface ClashRow {
  readonly booking_id: string;
  readonly account_id: string | null;
  readonly person_id: string;
  readonly confirmed_at: unknown;
}

/** All SQL about quota keys. Inside the caller’s transaction, after its windows: the last locks of everybody. */
@Injectable()
export class BookingQuotas {
  constructor(private readonly transactions: Transactions) {}

  /**
   * All keys or none. The database decides: a refused row waits for whoever wrote the one that stands, and ends no
   * transaction.
   */
  async claim(bookingId: string, role: BookingRole, keys: readonly QuotaKey[]): Promise<QuotaClash | undefined> {
    if (keys.length === 0) throw new Error('every booking has a quota key');
    const { manager } = this.transactions;
    const claimed: QuotaKey[] = [];
    for (const { scope, key } of inOrder(keys)) {
      try {
        await manager.insert(BookingQuota, { scope, key, bookingId, role });
        claimed.push({ scope, key });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        for (const taken of claimed) await manager.delete(BookingQuota, { ...taken });
        return this.clashAt({ scope, key });
      }
    }
    return undefined;
  }

  /** Those of one person, in order. */
  async of(bookingId: string, role: BookingRole): Promise<readonly QuotaKey[]> {
    const rows = await this.transactions.manager.findBy(BookingQuota, { bookingId, role });
    return inOrder(rows.map(({ scope, key }) => ({ scope, key })));
  }

  async give(keys: readonly QuotaKey[]): Promise<void> {
    for (const { scope, key } of inOrder(keys)) await this.transactions.manager.delete(BookingQuota, { scope, key });
  }

  async giveAll(bookingId: string): Promise<void> {
    await this.transactions.manager.delete(BookingQuota, { bookingId });
  }

  /**
   * The row that stands, as it is now: the transaction may have read before it was written. Shared, as the refused insert
   * has locked it already: several who lost would wait for each other for more.
   */
  private async clashAt({ scope, key }: QuotaKey): Promise<QuotaClash> {
    const { manager } = this.transactions;
    const lock = manager.dataSource.options.type === 'mysql' ? ' LOCK IN SHARE MODE' : '';
    const rows: ClashRow[] = await manager.query(
      `SELECT quota.booking_id, party.account_id, party.person_id, party.confirmed_at FROM booking_quota quota
       JOIN booking_party party ON party.booking_id = quota.booking_id
       WHERE quota.scope = ? AND quota.quota_key = ?${lock}`,
      [scope, key],
    );
    const [first] = rows;
    if (!first) throw new Error('a quota key was refused, and nobody has it');
    const accounts = rows.flatMap(({ account_id }) => (account_id === null ? [] : [account_id]));
    const people = rows.flatMap(({ person_id, confirmed_at }) => (confirmed_at === null ? [] : [person_id]));
    return { bookingId: first.booking_id, accounts, people };
  }
}

export function sameKey(one: QuotaKey, other: QuotaKey): boolean {
  return one.scope === other.scope && one.key === other.key;
}

function inOrder(keys: readonly QuotaKey[]): QuotaKey[] {
  const text = ({ scope, key }: QuotaKey) => `${scope}\n${key}`;
  return [...keys].sort((one, other) => (text(one) < text(other) ? -1 : 1));
}
