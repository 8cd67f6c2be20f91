import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '../../../platform/http/problem';
import { People } from '../../identity/people.port';
import type { SlotWindow } from '../../slot-inventory/slot-inventory.port';
import { bookingProblems } from '../booking-problems';
import { BookingQuotas, type QuotaClash, quotaName } from '../booking-quotas.service';
import { bookingWords } from '../booking-words';
import { CancelLimits } from '../cancel-limits/cancel-limits.service';
import { admitted, clashProblem } from '../hold-claims.service';
import type { Chosen, LaneDecision, LaneWish } from './lane-wish';

/** Whose turn it is, as far as that can be told without writing anything. */
@Injectable()
export class LaneAdmission {
  constructor(
    private readonly people: People,
    private readonly quotas: BookingQuotas,
    private readonly cancels: CancelLimits,
  ) {}

  /**
   * The first so many who may have a unit. Whoever may not is told why in `decisions` and makes room for the next; whoever
   * is too far behind is not looked at.
   */
  async choose(
    window: SlotWindow,
    asking: readonly LaneWish[],
    most: number,
    decisions: Map<LaneWish, LaneDecision>,
  ): Promise<readonly Chosen[]> {
    const chosen: Chosen[] = [];
    const names = new Map<string, Chosen>();
    for (let next = 0; next < asking.length && chosen.length < most; ) {
      const some = asking.slice(next, next + most - chosen.length);
      next += some.length;
      const welcome = await this.welcome(window, some, decisions);
      chosen.push(...(await this.withoutAnother(welcome, names, decisions)));
    }
    return chosen;
  }

  /** Those with a name that may be used, whom the service admits. */
  private async welcome(
    window: SlotWindow,
    wishes: readonly LaneWish[],
    decisions: Map<LaneWish, LaneDecision>,
  ): Promise<readonly Chosen[]> {
    const accounts = wishes.map(({ accountId }) => accountId);
    const holders = await this.people.allActing(accounts, bookingWords.realName);
    const named: Chosen[] = [];
    for (const wish of wishes) {
      const holder = holders.get(wish.accountId);
      if (holder instanceof Problem) decisions.set(wish, { problem: holder });
      else if (holder) named.push({ ...wish, wish, id: randomUUID(), holder, window });
    }
    const limits = await this.cancels.refusals(named);
    const welcome: Chosen[] = [];
    for (const one of named) {
      const refusal = limits.get(one) ?? (await admitted(one));
      if (refusal) decisions.set(one.wish, { problem: bookingProblems.refused(refusal) });
      else welcome.push(one);
    }
    return welcome;
  }

  /** Those who have nothing under the same key yet, in the database or in this batch. */
  private async withoutAnother(
    welcome: readonly Chosen[],
    names: Map<string, Chosen>,
    decisions: Map<LaneWish, LaneDecision>,
  ): Promise<readonly Chosen[]> {
    const keysOf = ({ policy, kind, holder, window, details }: Chosen) =>
      policy.quotaKeys(kind, holder, window, details);
    const standing = await this.quotas.standing(welcome.flatMap(keysOf));
    return welcome.filter((one) => {
      const own = keysOf(one).map(quotaName);
      const clash = own.map((name) => standing.get(name) ?? clashWith(names.get(name))).find(Boolean);
      if (clash) decisions.set(one.wish, { problem: clashProblem(clash, one) });
      else for (const name of own) names.set(name, one);
      return !clash;
    });
  }
}

function clashWith(first: Chosen | undefined): QuotaClash | undefined {
  return first && { bookingId: first.id, accounts: [first.wish.accountId], people: [] };
}
