import { DeceasedClaims } from './deceased-claims';
import { DeskSignUps } from './desk-sign-ups.service';
import { FamilyRepository } from './family.repository';
import { FarewellBeginnings } from './farewell-beginnings.service';
import { FarewellOwnership } from './farewell-ownership';
import { FarewellPeople } from './farewell-people.service';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellSections } from './farewell-sections.service';
import { FarewellViews } from './farewell-views.service';
import { FarewellsController } from './farewells.controller';
import { Farewells } from './farewells.port';
import { FarewellsRepository } from './farewells.repository';
import { FarewellsService } from './farewells.service';

/** What the sea module is made of for what a family prepares. */
export const farewellParts = {
  controllers: [FarewellsController],
  providers: [
    FarewellsRepository,
    FamilyRepository,
    DeceasedClaims,
    FarewellPeople,
    FarewellRoles,
    FarewellOwnership,
    FarewellViews,
    FarewellBeginnings,
    FarewellSections,
    DeskSignUps,
    FarewellsService,
    { provide: Farewells, useExisting: FarewellsService },
  ],
};
