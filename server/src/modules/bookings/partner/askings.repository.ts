import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { PartnerWay } from '@jinmen/shared/bookings/views';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { Asking, type AskingPurpose } from './asking.entity';
import { Invitation } from './invitation.entity';
import { Opening } from './opening.entity';

/** 160 bits: nobody guesses one. */
const TOKEN_BYTES = 20;

export interface NewAsking {
  readonly bookingId: string;
  readonly asked: 'holder' | 'partner';
  readonly way: PartnerWay;
  readonly until: Date;
  /** Of a change of time. */
  readonly change?: { readonly holdId: string; readonly windowId: string };
}

/**
 * What is asked of the other person, by which links, and who opened one: all SQL about it but that of a no. Whoever
 * writes has locked the booking before.
 */
@Injectable()
export class AskingsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Those that stand, of whatever purpose, whether or not their time is over. */
  standing(bookingId: string): Promise<Asking[]> {
    return this.transactions.manager.findBy(Asking, { bookingId, standing: Not(IsNull()) });
  }

  async find(bookingId: string, purpose: AskingPurpose): Promise<Asking | undefined> {
    return (await this.standing(bookingId)).find(({ standing }) => standing === purpose);
  }

  /** What was asked last of who was to be the second person, standing or not. */
  async lastJoin(bookingId: string): Promise<Asking | undefined> {
    const [last] = await this.transactions.manager.find(Asking, {
      where: { bookingId, purpose: 'join' },
      order: { askedAt: 'DESC', id: 'ASC' },
      take: 1,
    });
    return last;
  }

  get(id: string): Promise<Asking> {
    return this.transactions.manager.findOneByOrFail(Asking, { id });
  }

  /** @throws QueryFailedError when one of its purpose stands already. */
  async add({ bookingId, asked, way, until, change }: NewAsking): Promise<Asking> {
    const purpose: AskingPurpose = change ? 'change' : 'join';
    const row: Asking = {
      id: randomUUID(),
      bookingId,
      purpose,
      standing: purpose,
      asked,
      way,
      askedAt: this.clock.now(),
      until,
      endedAs: null,
      remindedAt: null,
      holdId: change?.holdId ?? null,
      windowId: change?.windowId ?? null,
    };
    await this.transactions.manager.insert(Asking, row);
    return row;
  }

  async setWay({ id }: Asking, way: PartnerWay): Promise<void> {
    await this.transactions.manager.update(Asking, { id }, { way });
  }

  async setUntil({ id }: Asking, until: Date): Promise<void> {
    await this.transactions.manager.update(Asking, { id }, { until });
  }

  /** A link of it that still stands was used when it was agreed to, and is no longer good in any case. */
  async end({ id }: Asking, endedAs: Asking['endedAs'] & string): Promise<void> {
    // the link before what it asks, as `opened` locks them
    await this.endLink(id, endedAs === 'agreed' ? 'used' : 'replaced');
    await this.transactions.manager.update(Asking, { id }, { standing: null, endedAs });
  }

  /**
   * Ends the link before, and with it whatever having opened it was good for: it may have gone to the wrong person. The
   * token is told once and only its hash kept.
   */
  async sendLink({ id }: Asking): Promise<string> {
    await this.endLink(id, 'replaced');
    await this.transactions.manager.delete(Opening, { askingId: id });
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.transactions.manager.insert(Invitation, {
      id: randomUUID(),
      askingId: id,
      standing: id,
      tokenHash: hashOf(token),
      sentAt: this.clock.now(),
      endedAs: null,
    });
    return token;
  }

  findLink(token: string): Promise<Invitation | null> {
    return this.transactions.manager.findOneBy(Invitation, { tokenHash: hashOf(token) });
  }

  linksSince({ id }: Asking, since: Date): Promise<number> {
    return this.transactions.manager.countBy(Invitation, { askingId: id, sentAt: MoreThan(since) });
  }

  /** Inside a transaction. Nothing where the link was replaced in the same moment. */
  async opened({ id, askingId }: Invitation, accountId: string): Promise<void> {
    const { manager } = this.transactions;
    const link = await manager.findOne(Invitation, { where: { id, standing: askingId }, ...forUpdate(manager) });
    if (!link) return;
    const row = { askingId, accountId, openedAt: this.clock.now() };
    await manager.createQueryBuilder().insert().into(Opening).values(row).orIgnore().execute();
  }

  /** The asking, for whoever opened the link of it that was sent last. */
  async findOpened(id: string, accountId: string): Promise<Asking | undefined> {
    const { manager } = this.transactions;
    if (!(await manager.existsBy(Opening, { askingId: id, accountId }))) return undefined;
    return this.get(id);
  }

  /** Accounts that opened the link of it that was sent last, in an order that says nothing. */
  async openersOf({ id }: Asking): Promise<readonly string[]> {
    const rows = await this.transactions.manager.find(Opening, {
      where: { askingId: id },
      order: { accountId: 'ASC' },
    });
    return rows.map(({ accountId }) => accountId);
  }

  /** Changes of time nobody answered in time; the longest over first. */
  lapsedChanges(most: number): Promise<Asking[]> {
    return this.transactions.manager.find(Asking, {
      where: { standing: 'change', until: LessThanOrEqual(this.clock.now()) },
      order: { until: 'ASC', id: 'ASC' },
      take: most,
    });
  }

  /** Those nobody was reminded of. */
  unreminded(most: number): Promise<Asking[]> {
    const where = { standing: Not(IsNull()), remindedAt: IsNull(), until: MoreThan(this.clock.now()) };
    return this.transactions.manager.find(Asking, { where, order: { until: 'ASC', id: 'ASC' }, take: most });
  }

  /** False when somebody did it before. */
  async remind({ id }: Asking): Promise<boolean> {
    const change = { remindedAt: this.clock.now() };
    const { affected } = await this.transactions.manager.update(Asking, { id, remindedAt: IsNull() }, change);
    return affected === 1;
  }

  private async endLink(asking: string, endedAs: Invitation['endedAs'] & string): Promise<void> {
    await this.transactions.manager.update(Invitation, { standing: asking }, { standing: null, endedAs });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
