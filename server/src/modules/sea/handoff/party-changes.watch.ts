import { Injectable } from '@nestjs/common';
import { Bookings } from '../../bookings/bookings.port';
import { Boarding } from '../boarding/boarding.port';
import { FarewellWatch } from '../farewells/farewell-watch.port';
import { Farewells } from '../farewells/farewells.port';
import { SeaFilings } from './sea-filings.service';
import { partyOf } from './sea-messages';

/** What a family changes after it confirmed, as the vessel has to know it: who comes, what the doctor should know. */
@Injectable()
export class PartyChanges extends FarewellWatch {
  constructor(
    private readonly farewells: Farewells,
    private readonly bookings: Bookings,
    private readonly boarding: Boarding,
    private readonly filings: SeaFilings,
  ) {
    super();
  }

  override async changed(farewellId: string): Promise<void> {
    const farewell = await this.farewells.find(farewellId);
    if (farewell?.bookingId === undefined) return;
    const filing = await this.filings.findForUpdate(farewell.bookingId);
    if (filing === undefined || filing.state === 'ended') return;
    const booking = await this.bookings.find(farewell.bookingId);
    const holder = booking?.parties.find(({ role }) => role === 'holder');
    if (!holder) return;
    await this.filings.tellParty(filing, partyOf(farewell, holder, await this.boarding.passesOf(filing.bookingId)));
  }
}
