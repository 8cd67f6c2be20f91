import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { companyOf } from '@jinmen/shared/services/sea-scattering/content';
import { papersOf } from '@jinmen/shared/services/sea-scattering/papers';
import type {
  PhoneAnswer,
  SeaParty,
  SeaPlace,
  SeaTraveller,
  SeaVoyage,
} from '../../../bureaus/funeral-affairs/funeral-affairs.port';
import { instantOf } from '../../../platform/clock';
import type { BookingParty } from '../../bookings/bookable-service.port';
import type { BoardingPass } from '../boarding/boarding.port';
import type { Farewell } from '../farewells/farewells.port';
import type { Voyage } from '../voyages/voyages.port';

/** Of a message as it waits: instants are texts there. */
export interface VoyageTold {
  readonly id: string;
  readonly vessel: string;
  readonly day: CivilDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly meeting: { readonly place: string; readonly at: string };
}

export type PlaceTold = Omit<SeaPlace, 'voyage'> & { readonly voyage: VoyageTold };
export type MoveTold = { readonly voyage: VoyageTold };
export type PartyTold = SeaParty;
export type PhoneAnswered = PhoneAnswer;

export function voyageTold({ id, vessel, day, startsAt, endsAt, meeting }: Voyage): VoyageTold {
  return {
    id,
    vessel,
    day,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    meeting: { place: meeting.place, at: meeting.at.toISOString() },
  };
}

/** As it was before it waited. */
export function voyageOf({ startsAt, endsAt, meeting, ...told }: VoyageTold): SeaVoyage {
  const instant = (text: string) => instantOf(Date.parse(text));
  return {
    ...told,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    meeting: { place: meeting.place, at: instant(meeting.at) },
  };
}

/** A family as the bureau is told of it, the same for the same words; `holder` signed for it. */
export function partyOf(
  farewell: Farewell,
  holder: Pick<BookingParty, 'name' | 'idNumber'>,
  passes: readonly BoardingPass[],
): SeaParty {
  const { name, idNumber } = farewell.applicant ?? holder;
  const { name: died, idNumber: theirs, died: day, cremated, paper } = farewell.deceased;
  return {
    way: farewell.way,
    applicant: { name, idNumber, ...(farewell.phone !== undefined && { phone: farewell.phone }) },
    kinship: farewell.kinship,
    deceased: {
      ...(died !== undefined && { name: died }),
      ...(theirs !== undefined && { idNumber: theirs }),
      ...(day !== undefined && { died: day }),
      ...(cremated !== undefined && { cremated }),
      ...(paper !== undefined && { paper }),
    },
    ashes: farewell.ashes,
    travellers: passes.map(travellerOf),
    papers: papersOf(contentOf(farewell)),
  };
}

function travellerOf({ pass, where, relative }: BoardingPass): SeaTraveller {
  if (relative === undefined) return { pass, where };
  const { id: _, where: __, ...said } = relative;
  return { pass, where, ...said };
}

function contentOf({ phone, wantsCalls, ...farewell }: Farewell) {
  return { ...farewell, company: companyOf(farewell), contact: { wantsCalls, ...(phone !== undefined && { phone }) } };
}
