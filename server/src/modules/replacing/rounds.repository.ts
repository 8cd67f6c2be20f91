import { randomUUID } from 'node:crypto';
import type { PlacingPin, Plan } from '@jinmen/shared/replacing/placing';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import type { RoundKind } from './replaced-service.port';
import { ReplacingMove, ReplacingPin, ReplacingRound } from './round.entity';

/** How it went for somebody before. */
export interface Hardship {
  /** Rounds that left them worse off, or without a place. */
  readonly hardships: number;
  readonly rounds: number;
}

/** All SQL about rounds. */
@Injectable()
export class RoundsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  findOpen(service: string, kind: RoundKind): Promise<ReplacingRound | null> {
    return this.transactions.manager.findOneBy(ReplacingRound, { openKey: keyOf(service, kind) });
  }

  /** The last one that was applied. */
  findLast(service: string, kind: RoundKind): Promise<ReplacingRound | null> {
    const where = { service, kind, appliedAt: Not(IsNull()) };
    return this.transactions.manager.findOne(ReplacingRound, { where, order: { createdAt: 'DESC' } });
  }

  async open(service: string, kind: RoundKind): Promise<ReplacingRound> {
    const there = await this.findOpen(service, kind);
    if (there) return there;
    const row = { id: randomUUID(), service, kind, openKey: keyOf(service, kind), createdAt: this.clock.now() };
    const round: ReplacingRound = { ...row, plan: null, plannedAt: null, appliedAt: null };
    await this.transactions.manager.insert(ReplacingRound, round);
    return round;
  }

  async keepPlan(id: string, plan: Plan): Promise<void> {
    const change = { plan: JSON.stringify(plan), plannedAt: this.clock.now() };
    await this.transactions.manager.update(ReplacingRound, { id, appliedAt: IsNull() }, change);
  }

  /** `false` when somebody ended it already. */
  async end(id: string): Promise<boolean> {
    const change = { appliedAt: this.clock.now(), openKey: null };
    const { affected } = await this.transactions.manager.update(ReplacingRound, { id, appliedAt: IsNull() }, change);
    return affected === 1;
  }

  async pinsOf(roundId: string): Promise<readonly PlacingPin[]> {
    const rows = await this.transactions.manager.findBy(ReplacingPin, { roundId });
    return rows.map(({ subject, slotId }) => ({ party: subject, ...(slotId !== null && { slot: slotId }) }));
  }

  /** `undefined` takes it off. */
  async pin(roundId: string, subject: string, slotId: string | null | undefined): Promise<void> {
    const { manager } = this.transactions;
    await manager.delete(ReplacingPin, { roundId, subject });
    if (slotId !== undefined) await manager.insert(ReplacingPin, { roundId, subject, slotId });
  }

  /**
   * What was done last for each of whom somebody may still have to be called: those of the last round, and of every
   * earlier one those who wait again or for whom something is kept still. Whom nobody reached is not lost with a new round.
   */
  async movesToCall(service: string, kind: RoundKind, waiting: readonly string[]): Promise<readonly ReplacingMove[]> {
    const last = await this.findLast(service, kind);
    const moves = await this.transactions.manager
      .createQueryBuilder(ReplacingMove, 'move')
      .innerJoin(ReplacingRound, 'round', 'round.id = move.roundId')
      .where('round.service = :service AND round.kind = :kind', { service, kind })
      .andWhere('(move.roundId = :last OR move.keptUntil > :now OR move.subject IN (:...waiting))', {
        ...{ last: last?.id ?? '', now: this.clock.now(), waiting: ['', ...waiting] },
      })
      .orderBy('move.at', 'ASC')
      .addOrderBy('move.subject', 'ASC')
      .getMany();
    return [...new Map(moves.map((move) => [move.subject, move])).values()];
  }

  findMove(roundId: string, subject: string): Promise<ReplacingMove | null> {
    return this.transactions.manager.findOneBy(ReplacingMove, { roundId, subject });
  }

  async addMove(move: Omit<ReplacingMove, 'calledAt' | 'answer' | 'at'>): Promise<void> {
    const rest = { calledAt: null, answer: null, at: this.clock.now() };
    await this.transactions.manager.insert(ReplacingMove, { ...move, ...rest });
  }

  async historyOf(histories: readonly string[]): Promise<ReadonlyMap<string, Hardship>> {
    return hardshipsOf(await this.movesWith(histories), ({ history }) => history);
  }

  async historyOfBookings(bookingIds: readonly string[]): Promise<ReadonlyMap<string, Hardship>> {
    if (bookingIds.length === 0) return new Map();
    const moves = await this.transactions.manager.findBy(ReplacingMove, { bookingId: In([...bookingIds]) });
    return hardshipsOf(moves, ({ bookingId }) => bookingId ?? '');
  }

  /** Of the last round that placed it. `false` when none did. */
  async answerLater(bookingId: string): Promise<boolean> {
    const { manager } = this.transactions;
    const last = await manager.findOne(ReplacingMove, { where: { bookingId }, order: { at: 'DESC' } });
    if (!last) return false;
    await manager.update(ReplacingMove, { roundId: last.roundId, subject: last.subject }, { answer: 'later' });
    return true;
  }

  /** `false` when somebody called them already. */
  async called(roundId: string, subject: string): Promise<boolean> {
    const where = { roundId, subject, calledAt: IsNull() };
    const { affected } = await this.transactions.manager.update(ReplacingMove, where, { calledAt: this.clock.now() });
    return affected === 1;
  }

  private movesWith(histories: readonly string[]): Promise<ReplacingMove[]> {
    if (histories.length === 0) return Promise.resolve([]);
    const where = { history: In([...histories]) };
    return this.transactions.manager.find(ReplacingMove, { where, order: { at: 'ASC' } });
  }
}

function hardshipsOf(
  moves: readonly ReplacingMove[],
  whose: (move: ReplacingMove) => string,
): ReadonlyMap<string, Hardship> {
  const found = new Map<string, Hardship>();
  for (const move of moves) {
    const { hardships, rounds } = found.get(whose(move)) ?? { hardships: 0, rounds: 0 };
    const isHard = move.slotId === null || move.worse === 1;
    found.set(whose(move), { hardships: hardships + Number(isHard), rounds: rounds + 1 });
  }
  return found;
}

function keyOf(service: string, kind: RoundKind): string {
  return `${service} ${kind}`;
}
