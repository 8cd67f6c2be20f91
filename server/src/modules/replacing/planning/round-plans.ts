import type { PlacingParty, PlacingPin, PlacingProblem, Plan } from '@jinmen/shared/replacing/placing';
import { Injectable } from '@nestjs/common';
import { Problem } from '../../../platform/http/problem';
import { NoPlan, Placings } from '../../placing/placings.port';
import type { ReplacedService, ReplacedSlot, ReplacedSubject, RoundKind } from '../replaced-service.port';
import { RoundsRepository } from '../rounds.repository';

/** As long as somebody looks at the page of staff and waits (`PLANNING_MS` there is longer). */
const WITHIN_MS = 100_000;

const notInTime = () =>
  new Problem(503, 'replacing.no-plan-in-time', '等的人太多，这次没有排完。什么都没有变，请过一会儿再排一次。', [], {
    headers: { 'retry-after': '60' },
  });

/** Who waits and what there is, at one moment. */
export interface World {
  readonly subjects: readonly ReplacedSubject[];
  readonly slots: readonly ReplacedSlot[];
}

/** Makes plans; changes nothing for anybody. */
@Injectable()
export class RoundPlans {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly placings: Placings,
  ) {}

  async world(service: ReplacedService, kind: RoundKind): Promise<World> {
    return { subjects: await service.subjects(kind), slots: await service.slots() };
  }

  /**
   * @param before where they were shown a place already: nobody is moved from it without need.
   * @throws Problem 503 `replacing.no-plan-in-time`; nothing has changed then.
   */
  async plan(
    service: ReplacedService,
    { subjects, slots }: World,
    pins: readonly PlacingPin[],
    before: readonly PlacingPin[],
  ): Promise<Plan> {
    const history = await this.rounds.historyOf(subjects.map((subject) => subject.history));
    const parties: PlacingParty[] = [];
    for (const subject of subjects) {
      const { hardships, rounds } = history.get(subject.history) ?? { hardships: 0, rounds: 0 };
      parties.push({
        ...{ id: subject.id, needs: subject.needs, hardships, since: subject.since.getTime() },
        displaced: rounds + (subject.lost ? 1 : 0),
        ...(subject.together !== undefined && { together: subject.together }),
        options: await service.options(subject, slots),
      });
    }
    const problem: PlacingProblem = { parties, slots: slots.map(({ id, left }) => ({ id, left })), pins, before };
    return this.placings.solve(problem, WITHIN_MS).catch((error: unknown) => {
      throw error instanceof NoPlan ? notInTime() : error;
    });
  }
}
