import { tidyName, tidyPhone } from '@jinmen/shared/applications/check-field';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import { EMPTY_FAREWELL, type FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { readSection } from '@jinmen/shared/services/sea-scattering/read-section';
import { FAREWELL_SECTIONS } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { People } from '../../identity/people.port';
import { DeceasedClaims } from './deceased-claims';
import { FamilyRepository } from './family.repository';
import type { DeskSignUp } from './farewells.port';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';

/** How they are related is asked when they are called back. */
const RELATIVE = '亲人';

/** Somebody telephoned or came in: the same record as one from a phone, and theirs on a phone as soon as they have one. */
@Injectable()
export class DeskSignUps {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly claims: DeceasedClaims,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async signUp(given: DeskSignUp): Promise<OpenedFarewell> {
    const before = await this.farewells.find({ deskReference: given.reference });
    if (before) return before;
    const personId = await this.people.record(tidyName(given.applicant.name), idDigits(given.applicant.idNumber));
    const content = this.contentOf(given);
    const other = await this.claims.find(content.deceased);
    if (other !== undefined) return this.joined(other, personId);
    const accountId = (await this.people.firstOf(personId)) ?? null;
    const created = await this.farewells.create(
      { personId, accountId, deskReference: given.reference, state: 'signed-up', signedUpAt: this.clock.now() },
      content,
      'signed-up-by-desk',
    );
    const claimed = await this.claims.claim(created.row.id, content.deceased);
    // somebody of the family was a moment faster: the desk’s message is tried again, and finds them
    if (claimed) throw new Error('signed up elsewhere in the same moment');
    return created;
  }

  /** The family is there already: whoever telephoned asks to be part of it, if they are not the one who signed up. */
  private async joined(farewellId: string, personId: string): Promise<OpenedFarewell> {
    const opened = await this.farewells.getForUpdate(farewellId);
    const known = opened.row.personId === personId || (await this.family.find(farewellId, { personId }));
    if (!known) await this.family.add({ farewellId, personId, state: 'asks', said: { relation: RELATIVE } });
    return opened;
  }

  private contentOf({ sections, phone }: DeskSignUp): FarewellContent {
    const at = { before: EMPTY_FAREWELL, today: this.clock.today() };
    const contact = { phone: tidyPhone(phone), wantsCalls: true };
    const said = FAREWELL_SECTIONS.map((section) => {
      const given = section === 'contact' ? undefined : sections[section];
      const read = given === undefined ? undefined : readSection(section, given, at);
      return read && 'value' in read ? { [section]: read.value } : {};
    });
    return Object.assign({ ...EMPTY_FAREWELL, contact }, ...said);
  }
}
