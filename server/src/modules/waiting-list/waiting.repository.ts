import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock';
import { isDuplicate } from '../../platform/database/retryable';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import type { PageRequest } from '../../platform/http/page';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { thoseThatOpen } from '../../platform/sealing/those-that-open';
import type { Wish } from './line';
import { WaitingEntry, waitingTold } from './waiting-entry.entity';
import { WaitingLine, WaitingTurn, WaitingWish } from './waiting-wish.entity';

/** What somebody said when they began to wait. */
export interface WaitingTold {
  readonly phone?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface NewWaiting {
  readonly service: string;
  readonly kind: string;
  readonly accountId: string;
  readonly personId: string;
  readonly wishes: readonly Wish[];
  readonly told: WaitingTold;
}

export interface OpenedWaiting {
  readonly row: Readonly<WaitingEntry>;
  readonly wishes: readonly Wish[];
  readonly told: WaitingTold;
}

/** All SQL about who waits, but for what ends it (`waiting-ends.ts`). */
@Injectable()
export class WaitingRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** The first lock of whoever joins, leaves, moves or gives. Made when it is not there yet. */
  async lockLine(service: string): Promise<WaitingLine> {
    const { manager } = this.transactions;
    const find = () => manager.findOne(WaitingLine, { where: { service }, ...forUpdate(manager) });
    const line = await find();
    if (line) return line;
    await manager
      .createQueryBuilder()
      .insert()
      .into(WaitingLine)
      .values({ service, lastPlace: 0 })
      .orIgnore()
      .execute();
    const made = await find();
    if (!made) throw new Error(`no line for ${service}`);
    return made;
  }

  /** At the end of the line. `undefined` when they stand in it already. */
  async add({ service, kind, accountId, personId, wishes, told }: NewWaiting): Promise<OpenedWaiting | undefined> {
    const { manager } = this.transactions;
    const { lastPlace } = await this.lockLine(service);
    const id = randomUUID();
    const row: WaitingEntry = {
      ...{ id, service, kind, accountId, personId, state: 'waiting', place: lastPlace + 1, lapses: 0 },
      ...{ bookingId: null, offerUntil: null, overReason: null, createdAt: this.clock.now() },
      activeKey: activeKey(service, kind, personId),
      told: this.sealing.sealJson(labelIn(waitingTold, id), told),
    };
    try {
      await manager.insert(WaitingEntry, row);
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
    await manager.insert(
      WaitingWish,
      wishes.map((wish) => ({ entryId: id, ...wish })),
    );
    await manager.update(WaitingLine, { service }, { lastPlace: lastPlace + 1 });
    return { row, wishes, told };
  }

  async activeOf(service: string, kind: string, personId: string): Promise<WaitingEntry | null> {
    return this.transactions.manager.findOneBy(WaitingEntry, { activeKey: activeKey(service, kind, personId) });
  }

  async find(id: string): Promise<OpenedWaiting | undefined> {
    const row = await this.transactions.manager.findOneBy(WaitingEntry, { id });
    return row ? (await this.opened([row]))[0] : undefined;
  }

  async belongsTo(id: string, accountId: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(WaitingEntry, { id, accountId })) > 0;
  }

  /** The newest first; one more than asked for says that there are more. */
  async ofAccount(accountId: string, { limit, after }: PageRequest): Promise<readonly OpenedWaiting[]> {
    const rows = await this.transactions.manager.find(WaitingEntry, {
      where: after
        ? [
            { accountId, createdAt: LessThan(after.at) },
            { accountId, createdAt: after.at, id: LessThan(after.id) },
          ]
        : { accountId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    return this.opened(rows);
  }

  /** As `rankOf`, counted where the line stands. */
  async rank({ id, service, place }: WaitingEntry): Promise<number> {
    const before = await this.transactions.manager
      .createQueryBuilder(WaitingWish, 'mine')
      .innerJoin(WaitingWish, 'theirs', 'theirs.site = mine.site AND theirs.day = mine.day AND theirs.pool = mine.pool')
      .innerJoin(WaitingEntry, 'entry', 'entry.id = theirs.entryId')
      .select('COUNT(DISTINCT entry.id)', 'count')
      .where('mine.entryId = :id AND entry.service = :service', { id, service })
      .andWhere("entry.state = 'waiting' AND entry.place < :place", { place })
      .getRawOne<{ count: number | string }>();
    return Number(before?.count ?? 0) + 1;
  }

  /** In which somebody waits. */
  async services(): Promise<readonly string[]> {
    const rows = await this.transactions.manager
      .createQueryBuilder(WaitingEntry, 'entry')
      .select('entry.service', 'service')
      .where("entry.state IN ('waiting', 'offered')")
      .distinct(true)
      .getRawMany<{ service: string }>();
    return rows.map(({ service }) => service).sort();
  }

  /** Those at the head of a line, or all of it. */
  async line(service: string, most: number): Promise<readonly OpenedWaiting[]> {
    const rows = await this.transactions.manager.find(WaitingEntry, {
      where: { service, state: In(['waiting', 'offered']) },
      order: { place: 'ASC' },
      take: most,
    });
    return this.opened(rows);
  }

  /**
   * Who waits for this and has not had their turn at the window, the first `most` of them; without those whose words do
   * not open any more, who would keep everybody behind them waiting.
   */
  async wanting(service: string, wish: Wish, windowId: string, most: number): Promise<readonly OpenedWaiting[]> {
    const rows = await this.transactions.manager
      .createQueryBuilder(WaitingEntry, 'entry')
      .innerJoin(WaitingWish, 'wish', 'wish.entryId = entry.id')
      .leftJoin(WaitingTurn, 'turn', 'turn.entryId = entry.id AND turn.windowId = :windowId', { windowId })
      .where("entry.service = :service AND entry.state = 'waiting' AND turn.entryId IS NULL", { service })
      .andWhere('wish.site = :site AND wish.day = :day AND wish.pool = :pool', { ...wish })
      .orderBy('entry.place', 'ASC')
      .limit(most)
      .getMany();
    return this.opened(this.readable(rows));
  }

  /** What anybody waits for, by service. */
  async wished(today: CivilDate): Promise<ReadonlyMap<string, readonly Wish[]>> {
    const rows = await this.transactions.manager
      .createQueryBuilder(WaitingWish, 'wish')
      .innerJoin(WaitingEntry, 'entry', 'entry.id = wish.entryId')
      .select(['entry.service AS service', 'wish.site AS site', 'wish.day AS day', 'wish.pool AS pool'])
      .where("entry.state = 'waiting' AND wish.day >= :today", { today })
      .distinct(true)
      .getRawMany<Wish & { service: string }>();
    const found = new Map<string, Wish[]>();
    for (const { service, ...wish } of rows) found.set(service, [...(found.get(service) ?? []), wish]);
    return found;
  }

  /** A time is kept for them; `false` when they do not wait any more. The window is not offered to them again. */
  async offer(id: string, windowId: string, bookingId: string, offerUntil: Date): Promise<boolean> {
    const { manager } = this.transactions;
    const change = { state: 'offered', bookingId, offerUntil } as const;
    const { affected } = await manager.update(WaitingEntry, { id, state: 'waiting' }, change);
    if (affected === 1) await manager.insert(WaitingTurn, { windowId, entryId: id });
    return affected === 1;
  }

  async setPlace(id: string, place: number): Promise<void> {
    await this.transactions.manager.update(WaitingEntry, { id }, { place });
  }

  private readable(rows: readonly WaitingEntry[]): readonly WaitingEntry[] {
    return thoseThatOpen(rows, (row) => {
      this.told(row);
      return row;
    });
  }

  private told({ id, told }: WaitingEntry): WaitingTold {
    return this.sealing.openJson<WaitingTold>(labelIn(waitingTold, id), told);
  }

  private async opened(rows: readonly WaitingEntry[]): Promise<OpenedWaiting[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const wishes = await this.transactions.manager.find(WaitingWish, {
      where: { entryId: In(ids) },
      order: { day: 'ASC', site: 'ASC' },
    });
    const byEntry = new Map<string, Wish[]>(ids.map((id) => [id, []]));
    for (const { entryId, ...wish } of wishes) byEntry.get(entryId)?.push(wish);
    return rows.map((row) => ({
      row,
      wishes: byEntry.get(row.id) ?? [],
      told: this.told(row),
    }));
  }
}

/** Taken while they wait: nobody stands in one line twice. */
export function activeKey(service: string, kind: string, personId: string): string {
  return `${service} ${kind} ${personId}`;
}
