import type { SeaPaper } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { FuneralAffairs, type FuneralEvent } from '../../../bureaus/funeral-affairs/funeral-affairs.port';
import {
  type CallbackEvent,
  CallbackHandler,
  type CallbackOutcome,
  HandlesCallbacks,
} from '../../../platform/inbox/callback-handler';
import { Boarding } from '../boarding/boarding.port';
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
  ) {
    super();
  }

  async handle({ type, body }: CallbackEvent): Promise<CallbackOutcome> {
    const taken = await this.take(this.bureau.readEvent(type, body));
    return taken ? 'applied' : 'not-applicable';
  }

  private async take(event: FuneralEvent): Promise<boolean> {
    switch (event.kind) {
      case 'phoned-in':
        return this.phone.take(event);
      case 'boarded':
        return (await this.boarding.boarded(event.number, event.pass, event.at)) !== 'unknown';
      case 'absent':
        return this.vessel.leftWithout(event.number, event.at);
      case 'scattered':
        return (await this.boarding.scattered(event)) !== 'unknown';
      case 'sailed':
        return this.vessel.sailed(event.voyage);
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
