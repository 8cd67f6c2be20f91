import { AskingFamily } from './asking-family.service';
import { CompanySeats } from './company-seats.service';
import { DeceasedClaims } from './deceased-claims';
import { DeceasedNaming } from './deceased-naming.service';
import { DeskSignUps } from './desk-sign-ups.service';
import { DeskSignUpsOnPhone } from './desk-sign-ups-on-phone.watch';
import { FamilyController } from './family.controller';
import { FamilyRepository } from './family.repository';
import { FamilyDesk } from './family-desk.port';
import { FamilyDeskService } from './family-desk.service';
import { FamilyFinds } from './family-found.service';
import { FamilyLimit } from './family-limit.guard';
import { FamilyLinks } from './family-links.service';
import { FamilyLooks } from './family-looks.service';
import { FamilyVoices } from './family-voices.service';
import { FarewellBeginnings } from './farewell-beginnings.service';
import { FarewellCompanions } from './farewell-companions.service';
import { FarewellContacts } from './farewell-contacts';
import { FarewellDrafts } from './farewell-drafts.repository';
import { FarewellKnownFacts } from './farewell-known-facts';
import { FarewellOwnership } from './farewell-ownership';
import { FarewellPeople } from './farewell-people.service';
import { FarewellPhones } from './farewell-phones';
import { FarewellPlaces } from './farewell-places.service';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellSections } from './farewell-sections.service';
import { FarewellSigning } from './farewell-signing';
import { FarewellTellings } from './farewell-tellings.service';
import { FarewellTurns } from './farewell-turns.service';
import { FarewellViews } from './farewell-views.service';
import { FarewellWatches } from './farewell-watches.service';
import { FarewellsController } from './farewells.controller';
import { Farewells } from './farewells.port';
import { FarewellsRepository } from './farewells.repository';
import { FarewellsService } from './farewells.service';
import { HandingOver } from './handing-over.service';
import { Heirs } from './heirs.service';
import { NamingLimits } from './naming-limits.service';
import { RelativesController } from './relatives.controller';
import { SignedFarewells } from './signed-farewells';
import { SigningUp } from './signing-up.service';
import { TakingOut } from './taking-out.service';
import { ThrowingAway } from './throwing-away.service';
import { WithdrawalActs, Withdrawing } from './withdrawing.service';

/** What the sea module is made of for what a family prepares. */
export const farewellParts = {
  controllers: [FarewellsController, FamilyController, RelativesController],
  providers: [
    FarewellWatches,
    FarewellsRepository,
    FarewellSigning,
    SignedFarewells,
    FarewellDrafts,
    FamilyRepository,
    DeceasedClaims,
    FarewellPeople,
    FarewellRoles,
    FarewellKnownFacts,
    FarewellOwnership,
    FarewellViews,
    FarewellBeginnings,
    FarewellSections,
    ThrowingAway,
    DeskSignUps,
    DeskSignUpsOnPhone,
    SigningUp,
    Withdrawing,
    WithdrawalActs,
    DeceasedNaming,
    NamingLimits,
    CompanySeats,
    FamilyFinds,
    FamilyLimit,
    AskingFamily,
    FamilyVoices,
    FamilyLinks,
    TakingOut,
    HandingOver,
    FamilyDeskService,
    FamilyLooks,
    Heirs,
    { provide: FamilyDesk, useExisting: FamilyDeskService },
    FarewellTellings,
    FarewellCompanions,
    FarewellContacts,
    FarewellPhones,
    FarewellPlaces,
    FarewellTurns,
    FarewellsService,
    { provide: Farewells, useExisting: FarewellsService },
  ],
};
