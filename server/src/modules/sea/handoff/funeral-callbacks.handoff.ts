import type { SeaPaper } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { FuneralAffairs, type FuneralEvent } from '../../../bureaus/funeral-affairs/funeral-affairs.port';
import { BureauNonsense } from '../../../platform/bureau-http/bureau-answer';
import { Clock } from '../../../platform/clock';
import {
  type CallbackEvent,
  CallbackHandler,
  type CallbackOutcome,
  HandlesCallbacks,
} from '../../../platform/inbox/callback-handler';
import { mustHaveHappened } from '../../../platform/inbox/happened';
import { Boarding, type BoardingOutcome } from '../boarding/boarding.port';
import { Farewells } from '../farewells/farewells.port';
import { PhoneDesk } from './phone-desk.service';
import { VerifiedDeaths } from './verified-deaths.service';
import { VesselReports } from './vessel-reports.service';

/** What the funeral bureau says happened: at its desk, at the vessel, in the registry of deaths. */
@Injectable()
@HandlesCallbacks('funeral-affairs')
export class FuneralCallbacks extends CallbackHandler {
  constructor(
    private readonly bureau: FuneralAffairs,
    private readonly phone: PhoneDesk,
    private readonly boarding: Boarding,
    private readonly vessel: VesselReports,
    private readonly farewells: Farewells,
    private readonly deaths: VerifiedDeaths,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ type, body }: CallbackEvent): Promise<CallbackOutcome> {
    const event = this.bureau.readEvent(type, body);
    if ('at' in event) mustHaveHappened('funeral-affairs', event.at, this.clock.now());
    const taken = await this.take(event);
    return taken ? 'applied' : 'not-applicable';
  }

  /** Said of another day than their voyage's: who looks after the voyage asks the vessel, with the family before them. */
  override async unreadable({ type, body }: CallbackEvent): Promise<void> {
    const event = this.read(type, body);
    if (event?.kind === 'boarded' || event?.kind === 'scattered') await this.boarding.keepAside(event);
  }

  /** None where it cannot be read at all. */
  private read(type: string, body: unknown): FuneralEvent | undefined {
    try {
      return this.bureau.readEvent(type, body);
    } catch (error) {
      if (error instanceof BureauNonsense) return undefined;
      throw error;
    }
  }

  /** @throws BureauNonsense so that the desk hears that it was not taken, and nothing of it was done. */
  private taken(outcome: BoardingOutcome): boolean {
    if (outcome === 'other-day') throw new BureauNonsense('funeral-affairs', 'occurredAt');
    return outcome !== 'unknown';
  }

  private async take(event: FuneralEvent): Promise<boolean> {
    switch (event.kind) {
      case 'phoned-in':
        return this.phone.take(event);
      case 'boarded':
        return this.taken(await this.boarding.boarded(event.number, event.pass, event.at));
      case 'absent':
        return this.vessel.leftWithout(event.number, event.at);
      case 'scattered':
        return this.taken(await this.boarding.scattered(event));
      case 'sailed':
        return this.vessel.sailed(event.voyage, event.at);
      case 'voyage-off':
        return this.vessel.off(event.voyage, event.why);
      case 'papers-seen':
        return this.seePapers(event.farewell, event.papers);
      case 'death-verified':
        return this.deaths.take(event);
    }
  }

  private async seePapers(number: string, papers: readonly SeaPaper[]): Promise<boolean> {
    const farewell = await this.farewells.findByNumber(number);
    if (!farewell) return false;
    for (const paper of papers) await this.farewells.paperSeen(farewell.id, paper);
    return true;
  }
}
