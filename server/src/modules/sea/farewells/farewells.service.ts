import type { SeaPaper } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { Bookings } from '../../bookings/bookings.port';
import { DeskSignUps } from './desk-sign-ups.service';
import { factsFrom } from './farewell-facts';
import { FarewellPeople } from './farewell-people.service';
import { type DeskSignUp, type Farewell, type FarewellFacts, Farewells } from './farewells.port';
import { FarewellsRepository, type OpenedFarewell } from './farewells.repository';

/** What other modules do with farewells; each act of the family is a class of its own. */
@Injectable()
export class FarewellsService extends Farewells {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly people: FarewellPeople,
    private readonly desk: DeskSignUps,
    private readonly bookings: Bookings,
    private readonly transactions: Transactions,
  ) {
    super();
  }

  async find(id: string): Promise<Farewell | undefined> {
    return this.seen(await this.farewells.find({ id }));
  }

  async findForUpdate(id: string): Promise<Farewell | undefined> {
    return this.seen(await this.farewells.findForUpdate(id));
  }

  async findByNumber(number: string): Promise<Farewell | undefined> {
    return this.seen(await this.farewells.find({ number }));
  }

  async ofBooking(bookingId: string): Promise<Farewell | undefined> {
    const active = await this.farewells.find({ bookingId });
    if (active) return this.seen(active);
    const farewell = (await this.bookings.find(bookingId))?.details.farewell;
    return typeof farewell === 'string' ? this.find(farewell) : undefined;
  }

  async unplaced(): Promise<readonly Farewell[]> {
    return this.all(await this.farewells.unplaced());
  }

  async contested(): Promise<readonly Farewell[]> {
    return this.all(await this.farewells.contested());
  }

  async signUpByDesk(given: DeskSignUp): Promise<Farewell> {
    return this.people.toFarewell(await this.desk.signUp(given));
  }

  async paperSeen(id: string, paper: SeaPaper): Promise<void> {
    await this.transactions.run(async () => {
      const opened = await this.farewells.getForUpdate(id);
      const others = opened.content.papers.filter((said) => said.paper !== paper);
      if (others.length < opened.content.papers.length && opened.content.papers.some(isSeen(paper))) return;
      const papers = [...others, { paper, how: 'seen' as const }];
      await this.farewells.write({ row: opened.row, content: { ...opened.content, papers } });
    });
  }

  async scattered(id: string): Promise<void> {
    await this.transactions.run(async () => {
      const opened = await this.farewells.getForUpdate(id);
      if (opened.row.state !== 'signed-up') return;
      await this.farewells.happened(opened, { state: 'scattered' });
      await this.farewells.addStep(id, 'scattered');
    });
  }

  async factsOf(accountId: string): Promise<FarewellFacts> {
    const [one, another] = await this.farewells.lastOf(await this.people.whose(accountId), 2);
    return one && !another ? factsFrom(one.content) : {};
  }

  private async seen(opened: OpenedFarewell | undefined): Promise<Farewell | undefined> {
    return opened && this.people.toFarewell(opened);
  }

  private async all(opened: readonly OpenedFarewell[]): Promise<readonly Farewell[]> {
    const found: Farewell[] = [];
    for (const each of opened) found.push(await this.people.toFarewell(each));
    return found;
  }
}

function isSeen(paper: SeaPaper) {
  return (said: { readonly paper: SeaPaper; readonly how: string }) => said.paper === paper && said.how === 'seen';
}
