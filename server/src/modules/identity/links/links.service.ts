import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { UnsignedTime } from '../../../platform/signed-rows/unsigned-time';
import { Accounts } from '../../sessions/accounts.port';
import { AccountPerson, Person } from '../person.entity';
import { LinkSigning, PersonSigning } from './link-signing';

/** The last one first. */
const LAST_FIRST = { verifiedAt: 'DESC', accountId: 'DESC' } as const;

/** A link that counts, with whom it is to. */
export type Link = AccountPerson & { readonly person: Person };

/**
 * Whose an account is, and which account reaches a person. What somebody wrote there past the server counts as not there:
 * it opens nothing, to nobody (docs/adr/0053).
 */
@Injectable()
export class Links {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: LinkSigning,
    private readonly people: PersonSigning,
    private readonly time: UnsignedTime,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
  ) {}

  async of(accountIds: readonly string[]): Promise<readonly Link[]> {
    const where = { accountId: In([...accountIds]) };
    return this.counting(await this.transactions.manager.find(AccountPerson, { where, relations: { person: true } }));
  }

  /**
   * The account that reaches this person; see `People.reaching`. One of a lent phone does while it is their only one: when
   * its session is over nobody comes back to it, and they would be out of reach on a phone of their own for good.
   */
  async firstOf(personId: string): Promise<string | undefined> {
    return this.firstIn(await this.to(personId));
  }

  /** See `People.accountsOf`. */
  async accountsOf(personId: string): Promise<readonly string[]> {
    const links = await this.to(personId);
    const first = await this.firstIn(links);
    const others = links.flatMap(({ accountId }) => (accountId === first ? [] : [accountId]));
    return first === undefined ? others : [...others, first];
  }

  /**
   * Ties an account to a person whose row this transaction holds or made. What stands there and counts is left to fail as
   * a duplicate; what does not count makes room, and that is on record: they have just said who they are.
   */
  async add(accountId: string, personId: string): Promise<void> {
    await this.makeRoom(accountId);
    const link = { accountId, personId, verifiedAt: this.clock.now(), signed: null };
    await this.transactions.manager.insert(AccountPerson, { ...link, signed: this.links.sign(link) });
    const person = await this.transactions.manager.findOneByOrFail(Person, { id: personId });
    const isOpen = person.signed === null || person.firstAccountId === null;
    if (isOpen && (await this.people.counts(person, this.time))) await this.setFirst(person);
  }

  /** After an account that was deleted has left its people: whom it reached the next one reaches. */
  async left(accountId: string, personIds: readonly string[]): Promise<void> {
    const { manager } = this.transactions;
    for (const id of personIds) {
      const person = await manager.findOne(Person, { where: { id, firstAccountId: accountId }, ...forUpdate(manager) });
      if (!person || !(await this.people.counts(person, this.time))) continue;
      if (!(await manager.existsBy(AccountPerson, { accountId, personId: id }))) await this.setFirst(person);
    }
  }

  /** As a row of a person nobody reaches yet is signed. */
  signed(person: Person): Person {
    return { ...person, signed: this.people.sign(person) };
  }

  private async makeRoom(accountId: string): Promise<void> {
    const there = await this.transactions.manager.findOneBy(AccountPerson, { accountId });
    if (!there || (await this.links.counts(there, this.time))) return;
    await this.transactions.manager.delete(AccountPerson, { accountId });
    await this.audit.record({
      action: 'identity.link-replaced',
      actor: { kind: 'resident', id: accountId },
      person: accountId,
      facts: { stood: there.personId },
    });
  }

  private async setFirst(person: Person): Promise<void> {
    const links = await this.to(person.id);
    const next = { ...person, firstAccountId: links.at(-1)?.accountId ?? null };
    const { firstAccountId, signed } = this.signed(next);
    await this.transactions.manager.update(Person, { id: person.id }, { firstAccountId, signed });
  }

  private async to(personId: string): Promise<readonly Link[]> {
    const { manager } = this.transactions;
    const found = { where: { personId }, relations: { person: true }, order: LAST_FIRST };
    return this.counting(await manager.find(AccountPerson, found));
  }

  /** While rows without a signature are let pass, the order says it where nothing else does: the version before writes none. */
  private async firstIn(links: readonly Link[]): Promise<string | undefined> {
    const person = links[0]?.person;
    if (!person || !(await this.people.counts(person, this.time))) return undefined;
    const first = links.find(({ accountId }) => accountId === person.firstAccountId) ?? links.at(-1);
    if (first?.accountId !== person.firstAccountId && (await this.time.isOverHere('person'))) return undefined;
    return first && links.length > 1 ? this.ownRatherThan(first.accountId, links) : first?.accountId;
  }

  /** The account of their own they confirmed themself on first, if they have one, and this is one of a lent phone. */
  private async ownRatherThan(first: string, links: readonly Link[]): Promise<string> {
    const ids = links.map(({ accountId }) => accountId);
    const lent = await this.accounts.lentOf(ids);
    return (lent.has(first) && ids.findLast((id) => !lent.has(id))) || first;
  }

  private async counting(links: readonly AccountPerson[]): Promise<readonly Link[]> {
    const found: Link[] = [];
    for (const link of links) {
      const { person } = link;
      if (person && (await this.links.counts(link, this.time))) found.push({ ...link, person });
    }
    return found;
  }
}
