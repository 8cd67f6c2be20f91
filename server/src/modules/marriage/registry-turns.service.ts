import { Injectable } from '@nestjs/common';
import { ConnectedBureaus } from '../../platform/bureau-http/connected-bureaus';
import { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { Outbox } from '../../platform/outbox/outbox';
import type { Booking, BookingTurn } from '../bookings/bookable-service.port';
import { MarriageFiling } from './marriage.entity';
import { appointmentToldOf, timeToldOf } from './registry-messages';
import { Reviews } from './reviews.service';

type Told = 'confirmed' | 'moved' | 'cancelled' | 'suspended';

/**
 * Hands what happens to a booking over to the registry, in the transaction in which it happens: in order, and nothing of
 * a booking that nobody has confirmed. A displaced one is suspended there, not cancelled.
 */
@Injectable()
export class RegistryTurns {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly reviews: Reviews,
    private readonly bureaus: ConnectedBureaus,
    private readonly clock: Clock,
  ) {}

  async take({ act, booking }: BookingTurn): Promise<void> {
    // what is only held was never told, and a lock on what is not there would make others wait for each other
    if (act === 'held' || !this.bureaus.has('marriage-registry')) return;
    const filing = await this.filingOf(booking);
    if (act === 'confirmed' && filing === null) return this.confirm(booking);
    if (filing === null || filing.state === 'ended') return;
    if (act === 'moved' || act === 'confirmed') return this.tell('moved', booking, 'told', timeToldOf(booking));
    if (act === 'displaced') return this.tell('suspended', booking, 'suspended', {});
    if (act === 'cancelled' || act === 'expired') return this.tell('cancelled', booking, 'ended', {});
  }

  private async confirm(booking: Booking): Promise<void> {
    const first = { bookingId: booking.id, state: 'told', changedAt: this.clock.now() } as const;
    await this.transactions.manager.insert(MarriageFiling, first);
    await this.append('confirmed', booking, appointmentToldOf(booking));
    if (booking.kind === 'marriage') await this.reviews.ask(booking);
  }

  private async tell(told: Told, booking: Booking, state: MarriageFiling['state'], payload: object): Promise<void> {
    const changed = { state, changedAt: this.clock.now() };
    await this.transactions.manager.update(MarriageFiling, { bookingId: booking.id }, changed);
    await this.append(told, booking, payload);
  }

  private async append(told: Told, { id }: Booking, payload: object): Promise<void> {
    const topic = `marriage-registration.${told}`;
    await this.outbox.append({ topic, bureau: 'marriage-registry', order: id, payload });
  }

  private filingOf({ id }: Booking): Promise<MarriageFiling | null> {
    const { manager } = this.transactions;
    return manager.findOne(MarriageFiling, { where: { bookingId: id }, ...forUpdate(manager) });
  }
}
