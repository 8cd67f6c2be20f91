import { Injectable } from '@nestjs/common';
import { isDuplicate } from '../../platform/database/retryable';
import { insertRows } from '../../platform/database/rows';
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

/** One booking’s wish for the keys of one of its people. */
export interface QuotaClaim {
  readonly bookingId: string;
  readonly role: BookingRole;
  readonly keys: readonly QuotaKey[];
}

interface ClashRow {
  readonly scope: string;
  readonly quota_key: string;
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

  /**
   * `claim` for many, in order: of two who want the same key the first gets it. What stands in the way of each; nothing
   * in most, and then all keys are one statement.
   */
  async claimAll(claims: readonly QuotaClaim[]): Promise<readonly (QuotaClash | undefined)[]> {
    if (claims.some(({ keys }) => keys.length === 0)) throw new Error('every booking has a quota key');
    if (await this.insertAll(claims)) return claims.map(() => undefined);
    const clashes: (QuotaClash | undefined)[] = [];
    for (const { bookingId, role, keys } of claims) clashes.push(await this.claim(bookingId, role, keys));
    return clashes;
  }

  /**
   * What stands under any of these keys, by `quotaName`, for who has many to refuse. Not locked: one that is written a
   * moment later is refused by `claimAll`.
   */
  async standing(keys: readonly QuotaKey[]): Promise<ReadonlyMap<string, QuotaClash>> {
    if (keys.length === 0) return new Map();
    const scopes = [...new Set(keys.map(({ scope }) => scope))].map((scope) => {
      const of = keys.filter((each) => each.scope === scope).map(({ key }) => key);
      return { where: `(quota.scope = ? AND quota.quota_key IN (${marks(of)}))`, values: [scope, ...of] };
    });
    const rows = await this.clashRows(
      scopes.map(({ where }) => where).join(' OR '),
      scopes.flatMap(({ values }) => values),
    );
    const names = new Set(rows.map(({ scope, quota_key: key }) => quotaName({ scope, key })));
    return new Map(
      [...names].map((name) => {
        const those = rows.filter(({ scope, quota_key: key }) => quotaName({ scope, key }) === name);
        return [name, clashOf(those)];
      }),
    );
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

  /** `false`, and nothing written, when one of them stands already. */
  private async insertAll(claims: readonly QuotaClaim[]): Promise<boolean> {
    const rows = claims.flatMap(({ keys, bookingId, role }) => keys.map((key) => ({ ...key, bookingId, role })));
    try {
      await insertRows(this.transactions.manager, BookingQuota, inOrder(rows));
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return false;
    }
  }

  /**
   * The row that stands, as it is now: the transaction may have read before it was written. Shared, as the refused insert
   * has locked it already: several who lost would wait for each other for more.
   */
  private async clashAt({ scope, key }: QuotaKey): Promise<QuotaClash> {
    const { manager } = this.transactions;
    // Stryker disable next-line all: the embedded database, on which these run, knows no locks of rows
    const lock = manager.dataSource.options.type === 'mysql' ? ' LOCK IN SHARE MODE' : '';
    return clashOf(await this.clashRows('quota.scope = ? AND quota.quota_key = ?', [scope, key], lock));
  }

  private clashRows(where: string, values: readonly string[], lock = ''): Promise<ClashRow[]> {
    return this.transactions.manager.query(
      `SELECT quota.scope, quota.quota_key, quota.booking_id, party.account_id, party.person_id, party.confirmed_at
       FROM booking_quota quota JOIN booking_party party ON party.booking_id = quota.booking_id WHERE ${where}${lock}`,
      [...values],
    );
  }
}

function clashOf(rows: readonly ClashRow[]): QuotaClash {
  const [first] = rows as readonly [ClashRow, ...ClashRow[]]; // the key stands, so somebody has it
  const accounts = rows.flatMap(({ account_id }) => (account_id === null ? [] : [account_id]));
  const people = rows.flatMap(({ person_id, confirmed_at }) => (confirmed_at === null ? [] : [person_id]));
  return { bookingId: first.booking_id, accounts, people };
}

export function sameKey(one: QuotaKey, other: QuotaKey): boolean {
  return one.scope === other.scope && one.key === other.key;
}

/** One order for everybody, so that two who lock several of them do not wait for each other. */
function inOrder<Key extends QuotaKey>(keys: readonly Key[]): Key[] {
  // Stryker disable next-line all: seen only where rows are locked; the embedded database lets one writer in at a time
  return [...keys].sort((one, other) => (quotaName(one) < quotaName(other) ? -1 : 1));
}

/** Two keys with one name are one key. */
export function quotaName({ scope, key }: QuotaKey): string {
  return `${scope}\n${key}`;
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
