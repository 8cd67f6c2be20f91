import { Injectable } from '@nestjs/common';
import { MarriageRegistry, type RegistryEvent } from '../../bureaus/marriage-registry/marriage-registry.port';
import { Clock } from '../../platform/clock';
import {
  type CallbackEvent,
  CallbackHandler,
  type CallbackOutcome,
  HandlesCallbacks,
} from '../../platform/inbox/callback-handler';
import { mustHaveHappened } from '../../platform/inbox/happened';
import { Divorces } from './divorces.service';
import { RegistryDesk } from './registry-desk.service';
import { Reviews } from './reviews.service';
import { WithdrawnDivorces } from './withdrawn-divorces.service';

/** What the marriage registry says happened there. */
@Injectable()
@HandlesCallbacks('marriage-registry')
export class RegistryCallbacks extends CallbackHandler {
  constructor(
    private readonly registry: MarriageRegistry,
    private readonly desk: RegistryDesk,
    private readonly divorces: Divorces,
    private readonly withdrawn: WithdrawnDivorces,
    private readonly reviews: Reviews,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ type, body }: CallbackEvent): Promise<CallbackOutcome> {
    const event = this.registry.readEvent(type, body);
    if ('at' in event) mustHaveHappened('marriage-registry', event.at, this.clock.now());
    const taken = await this.take(event);
    return taken ? 'applied' : 'not-applicable';
  }

  private take(event: RegistryEvent): Promise<boolean> {
    switch (event.kind) {
      case 'checked-in':
        return this.desk.checkIn(event.number, event.at);
      case 'absence-excused':
        return this.desk.excuse(event.number, event.why);
      case 'partner-came':
        return this.desk.partnerCame(event);
      case 'divorce-accepted':
        return this.divorces.accept(event);
      case 'divorce-withdrawn':
        return this.withdrawn.take(event.divorceNo, event.on);
      case 'divorce-done':
        return this.divorces.end(event.divorceNo, 'done', event.on);
      case 'reviewed':
        return this.reviews.take(event.reviewNo, event.result);
      case 'day-closed':
        return this.desk.closeDay(event.site, event.day, event.why);
    }
  }
}
