import type { AccessHouse } from '../access/access-house';
import type { Whose } from '../access/policies';
import type { Asked, Row } from '../access/row';
import type { Recipe } from './recipes';

const MOST_USES = 12;

/** What a request is about could not be made: nothing is known of the request itself. */
export class NotMade extends Error {}

/** Things for one route, made when one is needed: many requests are about the same until one of them did what it asked. */
export class Things {
  private asked: Asked | undefined;
  private whose: Whose | undefined;
  private uses = 0;
  private spent = 0;

  constructor(
    private readonly house: AccessHouse,
    private readonly row: Row,
  ) {}

  /** @param anew whatever was there: the request must not owe anything to those before it. */
  async for({ whose, body }: Recipe, anew: boolean): Promise<Asked> {
    // one in four goes on with what is over, as a second phone does
    const over = this.spent > 0 && (body.how === 'as it is' || this.spent % 4 !== 3);
    if (this.asked && !anew && !over && this.whose === whose && this.uses < MOST_USES) {
      this.uses += 1;
      return this.asked;
    }
    await this.house.forgetTries();
    this.asked = await this.made(whose);
    this.whose = whose;
    this.uses = 1;
    return this.asked;
  }

  /** On a machine with much else to do, somebody it needs may be late once. */
  private made(whose: Whose): Promise<Asked> {
    const make = () => this.row.ask(this.house, whose);
    return make()
      .catch(make)
      .catch((error: unknown) => {
        throw new NotMade(error instanceof Error ? error.message : String(error));
      });
  }

  wentWell(): void {
    this.spent += 1;
  }
}
