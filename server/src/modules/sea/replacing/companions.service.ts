import { companionsName } from '@jinmen/shared/services/sea-scattering/companions';
import { Injectable } from '@nestjs/common';
import { BookingStands } from '../../bookings/booking-stands.port';
import { type Farewell, Farewells } from '../farewells/farewells.port';

/** Of a family that wishes to go with another. */
export interface Companions {
  /** What all of them are called; none while they are not agreed. */
  readonly name?: string;
  /** The voyage the other has a place on already. */
  readonly voyage?: string;
  /** How it stands, for staff. */
  readonly words: string;
}

/** Who goes together in a round, and why a wish to do so is not met: staff see it before they decide. */
@Injectable()
export class CompanionsInRound {
  constructor(
    private readonly farewells: Farewells,
    private readonly stands: BookingStands,
  ) {}

  /** By the number of those who named one; the others are not in it. */
  async of(waiting: readonly Farewell[]): Promise<ReadonlyMap<string, Companions>> {
    const known = new Map(waiting.map((each) => [each.number, each]));
    const found = new Map<string, Companions>();
    for (const farewell of waiting) {
      const { together } = farewell.wishes;
      if (together === undefined) continue;
      const named = known.get(together) ?? (await this.farewells.findByNumber(together));
      found.set(farewell.number, await this.between(farewell, together, named));
    }
    return found;
  }

  private async between(own: Farewell, together: string, named: Farewell | undefined): Promise<Companions> {
    const wish = `要和 ${together} 同船`;
    if (together === own.number) return { name: together, words: '留了自家的号，等别家写同一个号' };
    if (named?.state !== 'signed-up') return { words: `${wish}：没有找到登记好的这一家` };
    const name = companionsName({ number: own.number, together }, { ...named.wishes, number: named.number });
    if (name === undefined) return { words: `${wish}：那一家还没有写要一起，这次各排各的` };
    const voyage = await this.voyageOf(named);
    if (voyage !== undefined) return { name, voyage, words: `${wish}：那一家有位置了，先排那一班` };
    if (named.contested) return { name, words: `${wish}：那一家意见还不一致，这次不排；要等，就先不排这一家` };
    return { name, words: `${wish}：两家都写了` };
  }

  /** The place they have, or the one that is kept for them. */
  private async voyageOf({ bookingId }: Farewell): Promise<string | undefined> {
    const stand = bookingId === undefined ? undefined : await this.stands.find(bookingId);
    return stand?.state === 'displaced' ? stand.offers?.kept : stand?.windowId;
  }
}
