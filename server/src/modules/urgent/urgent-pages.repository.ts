import type { UrgentState } from '@jinmen/shared/urgent/views';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import type { PageRequest, Place } from '../../platform/http/page';
import { UrgentRequest } from './urgent-request.entity';
import { type OpenedRequest, UrgentRequestsRepository } from './urgent-requests.repository';

/** Street codes. */
export type Streets = readonly string[] | 'all';

/** From which end a list begins. */
export type From = 'oldest' | 'newest';

/** What a desk reads of urgent requests: pages and counts, of some streets or of all. */
@Injectable()
export class UrgentPages {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: UrgentRequestsRepository,
  ) {}

  /** One more than asked for, where there is one; also what does not open. */
  async page(state: UrgentState, streets: Streets, from: From, { limit, after }: PageRequest) {
    const direction = from === 'oldest' ? 'ASC' : 'DESC';
    const rows = await this.transactions.manager.find(UrgentRequest, {
      where: after ? behind({ state, ...within(streets) }, from, after) : { state, ...within(streets) },
      order: { askedAt: direction, id: direction },
      take: limit + 1,
    });
    return rows.map((row): OpenedRequest => this.requests.openedOrNot(row));
  }

  countBehind(state: UrgentState, streets: Streets, from: From, after: Place): Promise<number> {
    return this.transactions.manager.countBy(UrgentRequest, behind({ state, ...within(streets) }, from, after));
  }

  /** How many nobody looked at. */
  async countWaiting(streets: Streets): Promise<{ waiting: number; escalated: number }> {
    const { manager } = this.transactions;
    const waiting = { state: 'waiting', ...within(streets) } as const;
    return {
      waiting: await manager.countBy(UrgentRequest, waiting),
      escalated: await manager.countBy(UrgentRequest, { ...waiting, escalatedAt: Not(IsNull()) }),
    };
  }
}

function behind(where: FindOptionsWhere<UrgentRequest>, from: From, { at, id }: Place) {
  const past = from === 'oldest' ? MoreThan : LessThan;
  return [
    { ...where, askedAt: past(at) },
    { ...where, askedAt: at, id: past(id) },
  ];
}

function within(streets: Streets): FindOptionsWhere<UrgentRequest> {
  return streets === 'all' ? {} : { streetCode: In([...streets]) };
}
