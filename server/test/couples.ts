import { randomUUID } from 'node:crypto';
import type { BookingInvitationView, BookingView, NewInvitationView } from '@jinmen/shared/bookings/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Identity, type IdentityAnswer } from '../src/bureaus/identity/identity.port';
import type { BookingPerson } from '../src/modules/bookings/bookable-service.port';
import { People } from '../src/modules/identity/people.port';
import { MONDAY, type Reader, type ReadingHouse, readerOf, viewOf } from './reading-house';
import { type Reply, send } from './resident';

const HOUR_MS = 3_600_000;

/** A booking that waits for its second person, and the link that asks them. */
export interface Asked {
  readonly inviter: Reader;
  readonly partner: Reader;
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly windowId: string;
  /** The day of its window. */
  readonly on: string;
}

/** Two readers at a table, over HTTP. */
export class Couples {
  constructor(private readonly house: ReadingHouse) {}

  /** One table for two, `day` days after Monday. */
  async asked(day: number): Promise<Asked> {
    const [inviter, partner] = [await this.house.reader(), await this.house.reader()];
    const startsIn = day * 24;
    const windowId = await this.house.open({ kind: 'table', startsIn });
    const { id, number } = await inviter.held(windowId, 'table');
    const body = { partnerWay: 'own-phone' };
    viewOf(await inviter.call('POST', `/${id}/confirmation`, body));
    const token = await this.invite(inviter, id);
    const on = dayInShanghai(MONDAY + startsIn * HOUR_MS);
    return { inviter, partner, id, number, token, windowId, on };
  }

  /** Both said yes. */
  async both(day: number): Promise<Asked & { readonly booking: BookingView }> {
    const asked = await this.asked(day);
    return { ...asked, booking: viewOf(await this.agree(asked.partner, asked.token)) };
  }

  async invite(inviter: Reader, id: string): Promise<string> {
    const { status, body } = await inviter.call('POST', `/${id}/invitations`, {});
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return (body as unknown as NewInvitationView).token;
  }

  async look(token: string, who?: Reader): Promise<BookingInvitationView> {
    return (await this.call(who, 'GET', token)).body as unknown as BookingInvitationView;
  }

  agree(who: Reader | undefined, token: string, key?: string): Promise<Reply> {
    return this.call(who, 'POST', `${token}/confirmation`, { agree: true }, key);
  }

  decline(who: Reader | undefined, token: string): Promise<Reply> {
    return this.call(who, 'POST', `${token}/decline`, {});
  }

  /** Who they are, as the register and a desk know them. */
  async personOf({ accountId }: Reader): Promise<BookingPerson> {
    const person = await this.house.server.app.get(People, { strict: false }).findOf(accountId);
    if (!person) throw new Error('a reader without a name');
    return person;
  }

  /** The same person, signed in somewhere else. */
  async onAnotherPhone(who: Reader): Promise<Reader> {
    return readerOf(this.house.server, (await this.personOf(who)).idNumber);
  }

  /** The register finds every name right, until it is told otherwise. */
  playRegister(answer: IdentityAnswer = { kind: 'confirmed' }): void {
    const identity = this.house.server.app.get(Identity, { strict: false });
    Object.assign(identity, { verify: async () => answer });
    Object.defineProperty(identity, 'connected', { value: true, configurable: true });
  }

  private call(who: Reader | undefined, method: string, path: string, body?: object, key: string = randomUUID()) {
    const headers: Record<string, string> = {
      ...(who && { authorization: `Bearer ${who.accountId}` }),
      ...(method === 'POST' && { 'idempotency-key': key }),
    };
    return send(this.house.server, method, `/api/v1/invitations/${path}`, body, headers);
  }
}
