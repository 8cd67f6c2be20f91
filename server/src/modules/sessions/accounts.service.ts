import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Brackets, In } from 'typeorm';
import { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { thoseThatOpen } from '../../platform/sealing/those-that-open';
import { Account, accountOpenid } from './account.entity';
import { Accounts } from './accounts.port';
import { BorrowedPhones } from './borrowed-phones.service';

/** What an account of a lent phone has where others have what WeChat calls its user. */
const LENT = 'borrowed:';

/** All SQL about accounts. */
@Injectable()
export class AccountsService extends Accounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly phones: BorrowedPhones,
    private readonly clock: Clock,
  ) {
    super();
  }

  async findOpenid(accountId: string): Promise<string | undefined> {
    const account = await this.transactions.manager.findOneBy(Account, { id: accountId });
    return account ? this.openidOf(account) : undefined;
  }

  async lentOf(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const accounts = await this.transactions.manager.findBy(Account, { id: In([...accountIds]) });
    const known = thoseThatOpen(accounts, (each) => ({ id: each.id, openid: this.openidOf(each) }));
    return new Set(known.filter(({ openid }) => openid.startsWith(LENT)).map(({ id }) => id));
  }

  async countedAs(accountId: string): Promise<string> {
    const phone = await this.phones.phoneOf(accountId);
    if (phone !== undefined) return phone;
    const openid = await this.findOpenid(accountId);
    if (openid === undefined) return accountId;
    return this.sealing.index(`counted ${this.clock.today()}`, openid).digest.toString('hex');
  }

  async inTurn(accountId: string): Promise<void> {
    if (!this.transactions.isOpen) throw new Error('Accounts.inTurn needs the transaction that counts');
    const { manager } = this.transactions;
    await manager.findOne(Account, { select: { id: true }, where: { id: accountId }, ...forUpdate(manager) });
  }

  /**
   * The account of this openid; made at its first sign-in. Inside a transaction, which fails as a duplicate when
   * somebody signs in with the same new openid at the same moment: run it again.
   */
  async findOrCreate(openid: string): Promise<string> {
    return (await this.findId(openid)) ?? this.create(openid);
  }

  /** An account for one session on a lent phone, which no sign-in finds again. Inside a transaction. */
  lend(): Promise<string> {
    return this.create(`${LENT}${randomUUID()}`);
  }

  private openidOf({ id, openid }: Account): string {
    return this.sealing.open(labelIn(accountOpenid, id), openid);
  }

  private async findId(openid: string): Promise<string | undefined> {
    const anyKey = new Brackets((where) => {
      for (const [at, { keyId, digest }] of this.sealing.indexes('openid', openid).entries()) {
        where.orWhere(`account.openidKeyId = :key${at} AND account.openidDigest = :digest${at}`, {
          [`key${at}`]: keyId,
          [`digest${at}`]: digest,
        });
      }
    });
    const { manager } = this.transactions;
    const account = await manager.createQueryBuilder(Account, 'account').where(anyKey).getOne();
    // or whoever exchanged two entries would sign in as somebody else
    if (account) this.sealing.openFiled(labelIn(accountOpenid, account.id), account.openid, 'openid', openid);
    return account?.id;
  }

  private async create(openid: string): Promise<string> {
    const id = randomUUID();
    const { keyId, digest } = this.sealing.index('openid', openid);
    await this.transactions.manager.insert(Account, {
      id,
      openid: this.sealing.seal(labelIn(accountOpenid, id), openid),
      openidKeyId: keyId,
      openidDigest: digest,
      createdAt: this.clock.now(),
    });
    return id;
  }
}
