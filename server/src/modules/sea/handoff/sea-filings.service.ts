import { Injectable } from '@nestjs/common';
import type { SeaParty } from '../../../bureaus/funeral-affairs/funeral-affairs.port';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { Outbox } from '../../../platform/outbox/outbox';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { SeaFiling, seaFilingParty } from './sea-filing.entity';
import type { MoveTold, PlaceTold } from './sea-messages';

const BUREAU = 'funeral-affairs';

/** What the bureau knows of each place, and every word to it: one order for each booking. Inside a transaction. */
@Injectable()
export class SeaFilings {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Nobody else hands this booking over until the transaction ends. */
  async findForUpdate(bookingId: string): Promise<SeaFiling | undefined> {
    const { manager } = this.transactions;
    return (await manager.findOne(SeaFiling, { where: { bookingId }, ...forUpdate(manager) })) ?? undefined;
  }

  async confirm(farewellId: string, place: PlaceTold): Promise<void> {
    const { booking: bookingId, number: _, farewell: __, voyage: ___, ...party } = place;
    await this.transactions.manager.insert(SeaFiling, {
      bookingId,
      farewellId,
      state: 'told',
      party: this.seal(bookingId, party),
      partyMessage: null,
      changedAt: this.clock.now(),
    });
    await this.say('confirmed', bookingId, place);
  }

  async move(bookingId: string, told: MoveTold): Promise<void> {
    await this.change(bookingId, { state: 'told' });
    await this.say('moved', bookingId, told);
  }

  async suspend(bookingId: string): Promise<void> {
    await this.change(bookingId, { state: 'suspended' });
    await this.say('suspended', bookingId, {});
  }

  async cancel(bookingId: string): Promise<void> {
    await this.change(bookingId, { state: 'ended' });
    await this.say('cancelled', bookingId, {});
  }

  /** Says the family anew, unless the bureau has heard exactly that. */
  async tellParty(filing: SeaFiling, party: SeaParty): Promise<void> {
    const { bookingId } = filing;
    const before = this.sealing.openJson<SeaParty>(labelIn(seaFilingParty, bookingId), filing.party);
    if (JSON.stringify(before) === JSON.stringify(party)) return;
    const partyMessage = await this.say('party-changed', bookingId, party);
    await this.change(bookingId, { party: this.seal(bookingId, party), partyMessage });
  }

  /** Whether a newer word about the same family follows this one. */
  async isOutdated(bookingId: string, partyMessage: string): Promise<boolean> {
    const filing = await this.transactions.manager.findOneBy(SeaFiling, { bookingId });
    return filing !== null && filing.partyMessage !== partyMessage;
  }

  private async change(bookingId: string, change: Partial<SeaFiling>): Promise<void> {
    await this.transactions.manager.update(SeaFiling, { bookingId }, { ...change, changedAt: this.clock.now() });
  }

  private say(told: string, order: string, payload: object): Promise<string> {
    return this.outbox.append({ topic: `sea-scattering.${told}`, bureau: BUREAU, order, payload });
  }

  private seal(bookingId: string, party: SeaParty): Buffer {
    return this.sealing.sealJson(labelIn(seaFilingParty, bookingId), party);
  }
}
