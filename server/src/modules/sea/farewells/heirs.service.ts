import { EMPTY_FAREWELL, type FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { Injectable } from '@nestjs/common';
import { People } from '../../identity/people.port';
import { deceasedKeys } from './deceased-claims';
import type { OpenedKin } from './family.repository';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';
import type { Heir } from './handing-over.service';

/** What a relative has of the dead themselves, before a farewell is theirs. */
@Injectable()
export class Heirs {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly people: People,
  ) {}

  async of(opened: OpenedFarewell, { personId, accountId: asked }: OpenedKin['row']): Promise<Heir> {
    const accountId = (await this.people.firstOf(personId)) ?? asked;
    return { personId, accountId, content: await this.contentFor(opened, accountId) };
  }

  /** What the relative typed in a draft of their own, else no more than who died. */
  private async contentFor({ content }: OpenedFarewell, accountId: string | null): Promise<FarewellContent> {
    const keys = Object.values(deceasedKeys(content.deceased));
    const drafts = accountId === null ? [] : await this.farewells.draftsOf(accountId);
    const own = drafts.find((draft) => Object.values(deceasedKeys(draft.content.deceased)).some(isAmong(keys)));
    const deceased = { ...content.deceased, ...own?.content.deceased };
    return { ...EMPTY_FAREWELL, ...own?.content, deceased };
  }
}

function isAmong(keys: readonly string[]) {
  return (key: string) => keys.includes(key);
}
