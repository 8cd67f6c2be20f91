import type { Placed, PlacingPin, Plan } from '@jinmen/shared/replacing/placing';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { traceOf } from '../../platform/http/problem.filter';
import { quietUntil } from '../../platform/quiet-until';
import { Bookings } from '../bookings/bookings.port';
import { Notices } from '../notices/notices.port';
import { RoundPlans, type World } from './planning/round-plans';
import type { ReplacedService, ReplacedSlot, ReplacedSubject } from './replaced-service.port';
import type { ReplacingRound } from './round.entity';
import { RoundsRepository } from './rounds.repository';

/** A place somebody else took between plan and act is planned for again, so often. */
const MOST_TURNS = 4;

export interface Applied {
  /** With a place kept for them. */
  placed: number;
  /** Of these, elsewhere than the plan that was looked at said. */
  elsewhere: number;
  withoutPlace: number;
  /** They chose for themselves meanwhile, or it is over. */
  gone: number;
  /** Something went wrong for them: they stay where they are, for the next round. */
  failed: number;
}

/** Undoes what was begun for those who go together. */
class NoRoom extends Error {}

type Came = 'placed' | 'full' | 'gone' | 'none' | 'already';

/** Does what a plan says, one of them after the other, each in a transaction of their own. */
@Injectable()
export class RoundApplying {
  private readonly logger = new Logger('Replacing');

  constructor(
    private readonly rounds: RoundsRepository,
    private readonly plans: RoundPlans,
    private readonly bookings: Bookings,
    private readonly notices: Notices,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever the plan names and nobody else: those who came since wait for the next round. Can be repeated: whom it was
   * done for already, nothing is done for again.
   */
  async apply(service: [string, ReplacedService], round: ReplacingRound, seen: Plan): Promise<Applied> {
    const applied: Applied = { placed: 0, elsewhere: 0, withoutPlace: 0, gone: 0, failed: 0 };
    const pins = await this.rounds.pinsOf(round.id);
    const notNow = new Set(pins.flatMap(({ party, slot }) => (slot === undefined ? [party] : [])));
    const bad = new Set(seen.badPins.map(({ party }) => party));
    const named = [...seen.placed, ...seen.unplaced].map(({ party }) => party);
    let waiting = new Set(named.filter((party) => !notNow.has(party) && !bad.has(party)));
    let plan = seen;
    for (let turn = 1; waiting.size > 0 && turn <= MOST_TURNS; turn += 1) {
      const isLast = turn === MOST_TURNS;
      const world = await this.plans.world(service[1], round.kind);
      if (turn > 1) plan = await this.planAgain(service[1], world, waiting, pins);
      waiting = await this.takeTurn(service, round, { world, plan, waiting, isLast, seen }, applied);
    }
    return applied;
  }

  /** For those who are left, with what is left. A pin on a time that is gone is let go of. */
  private planAgain(
    service: ReplacedService,
    { subjects, slots }: World,
    waiting: ReadonlySet<string>,
    pins: readonly PlacingPin[],
  ): Promise<Plan> {
    const left = subjects.filter(({ id }) => waiting.has(id));
    const still = pins.filter(({ party, slot }) => waiting.has(party) && slots.some(({ id }) => id === slot));
    return this.plans.plan(service, { subjects: left, slots }, still, []);
  }

  /** Who has to be planned for once more. */
  private async takeTurn(
    service: [string, ReplacedService],
    round: ReplacingRound,
    now: { world: World; plan: Plan; waiting: ReadonlySet<string>; isLast: boolean; seen: Plan },
    applied: Applied,
  ): Promise<Set<string>> {
    const again = new Set<string>();
    const before = new Map(now.seen.placed.map(({ party, slot }) => [party, slot]));
    const placings = now.plan.placed.filter(({ party }) => now.waiting.has(party));
    for (const placed of whole(placings, now.world.subjects)) {
      const came = await this.all(service, round, now.world, placed);
      for (const { party, slot } of placed) {
        const outcome = came.get(party) ?? 'gone';
        if (outcome === 'full' && !now.isLast) again.add(party);
        else this.count(applied, outcome === 'full' ? await this.without(service, round, now.world, party) : outcome);
        if (outcome === 'placed' && before.get(party) !== slot) applied.elsewhere += 1;
      }
    }
    for (const { party } of now.plan.unplaced.filter((each) => now.waiting.has(each.party))) {
      this.count(applied, await this.without(service, round, now.world, party));
    }
    return again;
  }

  private count(applied: Applied, came: Came | 'failed'): void {
    if (came === 'placed') applied.placed += 1;
    else if (came === 'none') applied.withoutPlace += 1;
    else if (came === 'failed') applied.failed += 1;
    else if (came === 'gone') applied.gone += 1;
  }

  private async without(
    service: [string, ReplacedService],
    round: ReplacingRound,
    { subjects }: World,
    id: string,
  ): Promise<Came | 'failed'> {
    const subject = subjects.find((each) => each.id === id);
    if (!subject) return 'gone';
    return this.safely(round, id, () => this.transactions.run(() => this.move(service, round, { subject })));
  }

  /** Those who go together have their places in one transaction, or none of them. */
  private async all(
    service: [string, ReplacedService],
    round: ReplacingRound,
    { subjects, slots }: World,
    placings: readonly Placed[],
  ): Promise<ReadonlyMap<string, Came | 'failed'>> {
    const came = new Map<string, Came | 'failed'>();
    const outcome = await this.safely(round, placings[0]?.party ?? '', () =>
      this.transactions.run(async (): Promise<Came> => {
        for (const placed of placings) {
          const subject = subjects.find(({ id }) => id === placed.party);
          const slot = slots.find(({ id }) => id === placed.slot);
          const one = subject && (slot ? await this.move(service, round, { subject, slot, placed }) : 'full');
          if (one === 'full') throw new NoRoom();
          came.set(placed.party, one ?? 'gone');
        }
        return 'placed';
      }),
    );
    return outcome === 'placed' ? came : new Map(placings.map(({ party }) => [party, outcome]));
  }

  /** One that fails keeps nobody else waiting. */
  private async safely(round: ReplacingRound, subject: string, work: () => Promise<Came>): Promise<Came | 'failed'> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NoRoom) return 'full';
      this.logger.error({ round: round.id, subject, ...traceOf(error) });
      return 'failed';
    }
  }

  /** The booking's row first: whoever applies the same round beside us waits here. */
  private async move(
    service: [string, ReplacedService],
    round: ReplacingRound,
    { subject, slot, placed }: { subject: ReplacedSubject; slot?: ReplacedSlot; placed?: Placed },
  ): Promise<Came> {
    if (round.kind === 'displaced') await this.bookings.findForUpdate(subject.id);
    if (await this.rounds.findMove(round.id, subject.id)) return 'already';
    const keptUntil = slot && service[1].keptUntil(round.kind, slot);
    const kept = await this.keep(service, round, subject, slot, placed?.others ?? []);
    if (kept.kind !== 'kept') return kept.kind;
    const bookingId = kept.bookingId ?? null;
    await this.rounds.addMove({
      ...{ roundId: round.id, subject: subject.id, history: subject.history, bookingId },
      ...{ lostSlotId: subject.lost?.slot ?? null, slotId: slot?.id ?? null, worse: placed?.worse ? 1 : 0 },
      ...{ keptUntil: keptUntil ?? null, callReason: this.callReason(subject, slot !== undefined) },
    });
    if (slot || round.kind === 'displaced') {
      const notice = service[1].noticeOf(subject, round.kind, slot !== undefined, kept.bookingId);
      if (notice) for (const accountId of toldOf(subject)) await this.notices.post({ accountId, ...notice });
    }
    return slot ? 'placed' : 'none';
  }

  private async keep(
    [code, service]: [string, ReplacedService],
    { kind }: ReplacingRound,
    subject: ReplacedSubject,
    slot: ReplacedSlot | undefined,
    others: readonly string[],
  ): Promise<{ kind: 'kept'; bookingId?: string } | { kind: 'full' | 'gone' }> {
    if (kind === 'displaced') {
      const place = slot && { windowId: slot.id, until: service.keptUntil(kind, slot), byStaff: true as const };
      const outcome = await this.bookings.keepFor(subject.id, place, others);
      if (outcome === 'kept') return { kind: 'kept', bookingId: subject.id };
      return { kind: outcome === 'full' ? 'full' : 'gone' };
    }
    if (!slot) return { kind: 'kept' };
    const wish = service.placeFor(subject, slot);
    if (!wish) return { kind: 'gone' };
    const outcome = await this.bookings.placeFor({ service: code, until: service.keptUntil(kind, slot), ...wish });
    if (outcome.kind === 'no-place') return { kind: 'full' };
    return outcome.kind === 'not-them' ? { kind: 'gone' } : { kind: 'kept', bookingId: outcome.booking.id };
  }

  /** By night a message does not ring, and a vessel may sail in the morning. */
  private callReason({ accountId, wantsCalls }: ReplacedSubject, placed: boolean): string | null {
    if (accountId === undefined || wantsCalls) return 'phone-only';
    if (quietUntil(this.config.quietHours, this.clock.now()) !== undefined) return 'quiet-hours';
    return placed ? null : 'no-place';
  }
}

function toldOf({ accountId, alsoTold = [] }: ReplacedSubject): readonly string[] {
  return accountId === undefined ? alsoTold : [accountId, ...alsoTold];
}

/** Those who go together, side by side; in the order of the plan. */
function whole(placings: readonly Placed[], subjects: readonly ReplacedSubject[]): readonly (readonly Placed[])[] {
  const words = new Map(subjects.map(({ id, together }) => [id, together === undefined ? id : `together ${together}`]));
  const groups = new Map<string, Placed[]>();
  for (const placed of placings) {
    const word = words.get(placed.party) ?? placed.party;
    groups.set(word, [...(groups.get(word) ?? []), placed]);
  }
  return [...groups.values()];
}
