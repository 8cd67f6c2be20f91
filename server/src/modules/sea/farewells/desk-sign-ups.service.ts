import { tidyName, tidyPhone } from '@jinmen/shared/applications/check-field';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import { EMPTY_FAREWELL, type FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { readSection } from '@jinmen/shared/services/sea-scattering/read-section';
import { FAREWELL_SECTIONS, type SeaPaper } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { People } from '../../identity/people.port';
import { DeceasedClaims } from './deceased-claims';
import { FamilyRepository } from './family.repository';
import type { DeskSignUp } from './farewells.port';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';
import { HandingOver, type Heir } from './handing-over.service';

/** How they are related is asked when they are called back. */
const RELATIVE = '亲人';

const BUREAU = { kind: 'bureau', id: 'funeral-affairs' } as const;

/** Of the death and of the kinship. 示例, 待民政局核定. */
function showFamily(papers: readonly SeaPaper[]): boolean {
  const death = papers.includes('death-certificate') || papers.includes('cremation-certificate');
  return death && papers.includes('kinship');
}

function hasSeenPapers({ papers }: FarewellContent): boolean {
  return papers.some(({ how }) => how === 'seen');
}

/** Somebody telephoned or came in: the same record as one from a phone, and theirs on a phone as soon as they have one. */
@Injectable()
export class DeskSignUps {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly family: FamilyRepository,
    private readonly claims: DeceasedClaims,
    private readonly people: People,
    private readonly handing: HandingOver,
    private readonly clock: Clock,
  ) {}

  async signUp(given: DeskSignUp): Promise<OpenedFarewell> {
    const before = await this.farewells.find({ deskReference: given.reference });
    if (before) return before;
    const personId = await this.people.record(tidyName(given.applicant.name), idDigits(given.applicant.idNumber));
    const content = this.contentOf(given);
    const other = await this.claims.find(content.deceased);
    const accountId = (await this.people.firstOf(personId)) ?? null;
    if (other !== undefined) return this.met(other, given, { personId, accountId, content });
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

  /** The family is there already: papers the desk has seen win over a sign-up of which nobody has seen any. */
  private async met(
    farewellId: string,
    { reference, papersSeen = [] }: DeskSignUp,
    heir: Heir,
  ): Promise<OpenedFarewell> {
    const opened = await this.handing.lock(farewellId);
    if (opened.row.personId === heir.personId) return this.withSeen(opened, papersSeen);
    const theirs = showFamily(papersSeen) && opened.row.state === 'signed-up' && !hasSeenPapers(opened.content);
    if (!theirs) return this.joined(opened, heir);
    return this.handing.to(opened, { ...heir, deskReference: reference }, BUREAU);
  }

  private async withSeen({ row, content }: OpenedFarewell, seen: readonly SeaPaper[]): Promise<OpenedFarewell> {
    if (seen.length === 0) return { row, content };
    const others = content.papers.filter(({ paper }) => !seen.includes(paper));
    const papers = [...others, ...seen.map((paper) => ({ paper, how: 'seen' as const }))];
    return this.farewells.write({ row, content: { ...content, papers } });
  }

  /** Whoever telephoned asks to be part of it, also when they were not taken in before: a person hears both. */
  private async joined(opened: OpenedFarewell, { personId }: Heir): Promise<OpenedFarewell> {
    const farewellId = opened.row.id;
    const kin = await this.family.find(farewellId, { personId });
    if (!kin) await this.family.add({ farewellId, personId, state: 'asks', said: { relation: RELATIVE } });
    else if (kin.row.state === 'not-now') await this.family.change(kin, 'asks', kin.said);
    return opened;
  }

  private contentOf({ sections, phone, papersSeen = [] }: DeskSignUp): FarewellContent {
    const at = { before: EMPTY_FAREWELL, today: this.clock.today() };
    const contact = { phone: tidyPhone(phone), wantsCalls: true };
    const said = FAREWELL_SECTIONS.map((section) => {
      const given = section === 'contact' ? undefined : sections[section];
      const read = given === undefined ? undefined : readSection(section, given, at);
      return read && 'value' in read ? { [section]: read.value } : {};
    });
    const papers = papersSeen.map((paper) => ({ paper, how: 'seen' as const }));
    return Object.assign({ ...EMPTY_FAREWELL, contact, papers }, ...said);
  }
}
