import { companionsName } from '@jinmen/shared/services/sea-scattering/companions';
import { Injectable } from '@nestjs/common';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';

interface CompanionStanding {
  /** Whose number they wrote, and who said so too. */
  readonly goesWith?: string;
  /** Nobody did yet: their own number, for the others to write. */
  readonly notYetWith?: string;
}

/**
 * Whether the family somebody wants to go with has said so too. A number nobody has is answered like one whose family said
 * nothing: who only tries numbers learns of nobody.
 */
@Injectable()
export class FarewellCompanions {
  constructor(private readonly farewells: FarewellsRepository) {}

  /** Nothing where nobody was named, or their own number, by which others find them. */
  async standing({ row: { number }, content: { wishes } }: OpenedFarewell): Promise<CompanionStanding> {
    const { together } = wishes;
    if (together === undefined || together === number) return {};
    const found = await this.farewells.find({ number: together });
    const named = found?.row.state === 'signed-up' ? { ...found.content.wishes, number: together } : undefined;
    const agreed = companionsName({ number, together }, named) !== undefined;
    return agreed ? { goesWith: together } : { notYetWith: number };
  }
}
