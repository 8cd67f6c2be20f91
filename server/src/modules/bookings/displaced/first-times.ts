import type { Placed, PlacingParty, PlacingProblem } from '@jinmen/shared/replacing/placing';
import { Injectable, Logger } from '@nestjs/common';
import { traceOf } from '../../../platform/http/problem.filter';
import { Gauges } from '../../../platform/metrics/gauges';
import { Placings } from '../../placing/placings.port';
import type { SlotWindow } from '../../slot-inventory/slot-inventory.port';
import { byWorth, placedInTurns } from './in-turns';
import { type Loss, Losses } from './losses';
import { OtherTimes } from './other-times';
import { type PossibleTime, PossibleTimes } from './possible-times';
import { Room } from './room';

const KEPT_EACH = 3;
/** A plan for so many takes about a second; of more, whoever had booked first is planned for before. */
const PLANNED_AT_ONCE = 120;
/** People who lost their day do not wait longer than this for a fairer plan. */
const PLAN_WITHIN_MS = 10_000;

/** Of everybody who lost a time at once. */
interface Planning {
  readonly possible: PossibleTimes;
  readonly room: Room;
  readonly given: Map<Loss, PossibleTime[]>;
  /** No plan could be had: the rest is placed in turns. */
  inTurns: boolean;
}

/**
 * The times that are kept for those who lost theirs, by one plan for all of them: first one for everybody, then a second,
 * then a third, so that nobody is given what somebody else could not do without (docs/adr/0020). Writes nothing.
 */
@Injectable()
export class FirstTimes {
  private readonly logger = new Logger('Displaced');
  private readonly plans = { solver: 0, turns: 0 };

  constructor(
    private readonly losses: Losses,
    private readonly others: OtherTimes,
    private readonly placings: Placings,
    gauges: Gauges,
  ) {
    gauges.add(async () => [
      '# TYPE displaced_plans_total counter',
      ...Object.entries(this.plans).map(([by, count]) => `displaced_plans_total{by="${by}"} ${count}`),
    ]);
  }

  /** By booking, the best for them first; whoever cannot be planned for now is not in it. */
  async planFor(ids: readonly string[]): Promise<ReadonlyMap<string, readonly SlotWindow[]>> {
    const losses = await this.losses.of(ids);
    const given = new Map(losses.map((loss): [Loss, PossibleTime[]] => [loss, []]));
    const planning = { possible: new PossibleTimes(this.others), room: new Room(), given, inTurns: false };
    for (let time = 1; time <= KEPT_EACH; time += 1) {
      for (let from = 0; from < losses.length; from += PLANNED_AT_ONCE) {
        await this.giveOne(losses.slice(from, from + PLANNED_AT_ONCE), planning);
      }
    }
    return new Map(
      [...given].map(([{ booking }, times]) => [booking.id, times.toSorted(byWorth).map(({ window }) => window)]),
    );
  }

  /** One more each, of what is left. */
  private async giveOne(losses: readonly Loss[], planning: Planning): Promise<void> {
    const { possible, room, given } = planning;
    const needed = losses.reduce((sum, { units }) => sum + units, 0);
    const times = new Map<string, PossibleTime[]>();
    for (const loss of losses) {
      const but = (given.get(loss) ?? []).map(({ window }) => window);
      times.set(loss.booking.id, [...(await possible.of(loss, room, needed, but))]);
    }
    const windows = new Set([...times.values()].flatMap((each) => each.map(({ window }) => window)));
    const parties = losses.map((loss) => partyOf(loss, times.get(loss.booking.id) ?? []));
    const problem = { parties, slots: [...windows].map((window) => room.slotOf(window)), pins: [] };
    for (const { party, slot } of await this.placed(problem, planning)) {
      const loss = losses.find(({ booking }) => booking.id === party);
      const time = times.get(party)?.find((each) => each.slot === slot);
      if (!loss || !time) continue;
      given.get(loss)?.push(time);
      room.take(time.window, loss.units);
    }
  }

  private async placed(
    problem: PlacingProblem,
    planning: Planning,
  ): Promise<readonly Pick<Placed, 'party' | 'slot'>[]> {
    if (!planning.inTurns) {
      try {
        const { placed } = await this.placings.solve(problem, PLAN_WITHIN_MS);
        this.plans.solver += 1;
        return placed;
      } catch (error) {
        this.logger.error({ alarm: 'no plan, placed in turns', parties: problem.parties.length, ...traceOf(error) });
        planning.inTurns = true;
      }
    }
    this.plans.turns += 1;
    return placedInTurns(problem);
  }
}

function partyOf({ booking, units, turn }: Loss, times: readonly PossibleTime[]): PlacingParty {
  const options = times.map(({ slot, cost, worse }) => ({ slot, cost, worse }));
  return { id: booking.id, needs: { units }, ...turn, options };
}
