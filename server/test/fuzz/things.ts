import type { AccessHouse } from '../access/access-house';
import type { Whose } from '../access/policies';
import type { Asked, Row } from '../access/row';
import type { Recipe } from './recipes';

const MOST_USES = 12;
const MOST_TRIES = 6;

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

  /** Somebody it needs may be late once, and a request before it may have taken the day it is made for. */
  private async made(whose: Whose, triesLeft = MOST_TRIES): Promise<Asked> {
    try {
      return await this.row.ask(this.house, whose);
    } catch (error) {
      if (triesLeft > 1) return this.made(whose, triesLeft - 1);
      throw new NotMade(error instanceof Error ? error.message : String(error));
    }
  }

  wentWell(): void {
    this.spent += 1;
  }
}
