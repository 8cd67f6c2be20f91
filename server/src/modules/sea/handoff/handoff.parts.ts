import { FuneralCallbacks } from './funeral-callbacks.handoff';
import { PartyChanges } from './party-changes.watch';
import { PhoneDesk } from './phone-desk.service';
import { SeaFilings } from './sea-filings.service';
import {
  PartyChanged,
  PhoneAnsweredMessage,
  PlaceCancelled,
  PlaceConfirmed,
  PlaceMoved,
  PlaceSuspended,
} from './sea-messages.handoff';
import { SeaTurns } from './sea-turns.watch';
import { VerifiedDeaths } from './verified-deaths.service';
import { VesselReports } from './vessel-reports.service';

/** What the sea module is made of for the funeral bureau: what it hears, and what it says. */
export const handoffParts = {
  providers: [
    FuneralCallbacks,
    PartyChanged,
    PartyChanges,
    PhoneAnsweredMessage,
    PhoneDesk,
    PlaceCancelled,
    PlaceConfirmed,
    PlaceMoved,
    PlaceSuspended,
    SeaFilings,
    SeaTurns,
    VerifiedDeaths,
    VesselReports,
  ],
};
