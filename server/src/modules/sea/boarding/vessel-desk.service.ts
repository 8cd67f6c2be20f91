import type {
  SeaManifestAside,
  SeaManifestFamily,
  SeaManifestView,
  SeaRelative,
} from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { problems } from '../../../platform/http/problem';
import { maskedName, maskedPhone } from '../../../platform/masking';
import type { Booking } from '../../bookings/bookable-service.port';
import { Bookings } from '../../bookings/bookings.port';
import { type Farewell, Farewells } from '../farewells/farewells.port';
import { Voyages } from '../voyages/voyages.port';
import { Boarding, type BoardingPass } from './boarding.port';
import { type ManifestLook, ManifestLooks } from './manifest-looks.service';
import type { SeaReportAside } from './report-aside.entity';
import { ReportsAside } from './reports-aside.service';
import { VesselDesk } from './vessel-desk.port';

/** With a place they may come with. */
const ABOARD: readonly Booking['state'][] = ['confirmed', 'checked-in'];

@Injectable()
export class VesselDeskService extends VesselDesk {
  constructor(
    private readonly looks: ManifestLooks,
    private readonly bookings: Bookings,
    private readonly farewells: Farewells,
    private readonly voyages: Voyages,
    private readonly boarding: Boarding,
    private readonly asides: ReportsAside,
  ) {
    super();
  }

  manifest(staffId: string, voyageId: string): Promise<SeaManifestView> {
    return this.look({ staffId, voyageId });
  }

  wholeManifest(staffId: string, voyageId: string, reason: string): Promise<SeaManifestView> {
    return this.look({ staffId, voyageId, reason });
  }

  private async look(look: ManifestLook): Promise<SeaManifestView> {
    const voyage = await this.voyages.find(look.voyageId);
    if (!voyage) throw problems.notFound();
    const aboard: (readonly [Booking, Farewell])[] = [];
    for (const booking of await this.bookings.inWindow(voyage.urnsWindowId)) {
      const farewell = ABOARD.includes(booking.state) ? await this.farewells.ofBooking(booking.id) : undefined;
      if (farewell) aboard.push([booking, farewell]);
    }
    await this.looks.record(
      look,
      aboard.map(([, farewell]) => farewell),
    );
    const families: SeaManifestFamily[] = [];
    for (const [booking, farewell] of aboard) families.push(await this.family(look, booking, farewell));
    const seats = families.flatMap(({ people }) => people).filter(({ where }) => where === 'aboard').length;
    return { voyage: await this.voyages.view(voyage), seats, families };
  }

  private async family(look: ManifestLook, booking: Booking, farewell: Farewell): Promise<SeaManifestFamily> {
    const whole = look.reason !== undefined;
    const [nameOf, phoneOf] = whole ? [asIs, asIs] : [maskedName, maskedPhone];
    const { applicant, phone, deceased, way } = farewell;
    const passes = await this.boarding.passesOf(booking.id);
    const asides = await this.asides.of(farewell.id);
    return {
      number: booking.number,
      way,
      applicant: applicant ? nameOf(applicant.name) : farewell.number,
      ...(phone !== undefined && { phone: phoneOf(phone) }),
      ...(deceased.name !== undefined && { deceased: nameOf(deceased.name) }),
      ...(farewell.contested && { differs: true }),
      ...(asides.length > 0 && { asides: asides.map(asideShown) }),
      people: passes.map((pass) => personOf(pass, nameOf, whole)),
    };
  }
}

function asideShown({ kind, pass, saidAt }: SeaReportAside): SeaManifestAside {
  return { kind, at: saidAt.toISOString(), ...(pass !== null && { pass }) };
}

function personOf(
  { pass, where, relative, boardedAt }: BoardingPass,
  nameOf: (name: string) => string,
  whole: boolean,
): SeaManifestFamily['people'][number] {
  return {
    pass,
    where,
    ...(relative && ofRelative(relative, nameOf)),
    note: relative?.health !== undefined,
    ...(whole && relative?.health !== undefined && { health: relative.health }),
    ...(boardedAt && { boardedAt: boardedAt.toISOString() }),
  };
}

function ofRelative({ name, age, wheelchair }: SeaRelative, nameOf: (name: string) => string) {
  return { name: nameOf(name), ...(age !== undefined && { age }), ...(wheelchair && { wheelchair }) };
}

function asIs(text: string): string {
  return text;
}
