import { Injectable } from '@nestjs/common';
import { KnownFacts } from '../../relief/known-facts.port';
import { Farewells } from './farewells.port';

/** The one who died is typed once: a claim after the cremation begins with what their farewell says. */
@Injectable()
export class FarewellKnownFacts extends KnownFacts {
  readonly from = '撒海登记';

  constructor(private readonly farewells: Farewells) {
    super();
  }

  of(accountId: string): Promise<Readonly<Record<string, string | boolean>>> {
    return this.farewells.factsOf(accountId);
  }
}
