import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../../platform/database/transactions';
import { type RowAsItStands, SignedEntity } from '../../../platform/signed-rows/row-signing';
import { type SignedRow, SignedRows } from '../../../platform/signed-rows/signed-rows';
import { AccountPerson, Person } from '../person.entity';
import { LinkSigning, PersonSigning } from './link-signing';

type Standing = RowAsItStands<Person>;

/** That who reaches a person is who the server wrote it is, and that it is an account of theirs. After `SignedLinks`. */
@Injectable()
export class SignedPeople extends SignedEntity<Person> {
  constructor(
    rows: SignedRows,
    transactions: Transactions,
    signing: PersonSigning,
    private readonly links: LinkSigning,
  ) {
    super('person', Person, ({ createdAt }) => createdAt, signing, transactions);
    rows.add(this);
  }

  override async page(after: string, lock: boolean): Promise<readonly Standing[]> {
    const rows = await super.page(after, lock);
    const links = await this.linksOf(rows.map(({ row }) => row));
    return rows.map((each) => (each.unsigned === undefined ? { ...each, ...reachOf(each.row, links) } : each));
  }

  /** Not as it says itself: whoever confirmed themself first reaches them. */
  override async sign({ row, ...rest }: Standing): Promise<void> {
    const first = (await this.linksOf([row])).accounts.get(row.id)?.[0] ?? null;
    await this.transactions.manager.update(Person, { id: row.id }, { firstAccountId: first });
    await super.sign({ ...rest, row: { ...row, firstAccountId: first } });
  }

  private async linksOf(people: readonly Person[]): Promise<LinksOfPeople> {
    const personId = In(people.map(({ id }) => id));
    const accountId = In(people.flatMap(({ firstAccountId }) => firstAccountId ?? []));
    const order = { verifiedAt: 'ASC', accountId: 'ASC' } as const;
    const where = [{ personId }, { accountId }];
    const [accounts, written] = [new Map<string, string[]>(), new Set<string>()];
    for (const link of await this.transactions.manager.find(AccountPerson, { where, order })) {
      const holds = link.signed === null || this.links.holds(link);
      if (holds) accounts.set(link.personId, [...(accounts.get(link.personId) ?? []), link.accountId]);
      else written.add(link.accountId);
    }
    return { accounts, written };
  }
}

interface LinksOfPeople {
  /** Of a person, the first one first. */
  readonly accounts: ReadonlyMap<string, readonly string[]>;
  /** Whose link is somebody's, not the server's. */
  readonly written: ReadonlySet<string>;
}

function reachOf({ id, firstAccountId }: Person, links: LinksOfPeople): Pick<SignedRow, 'broken' | 'unsigned'> {
  const accounts = links.accounts.get(id) ?? [];
  const none = { broken: undefined, unsigned: undefined };
  if (firstAccountId === null)
    return accounts.length === 0 ? none : { ...none, unsigned: 'is reached on none of their accounts' };
  if (accounts.includes(firstAccountId)) return none;
  // until its owner says who they are again nobody else is to reach them
  if (links.written.has(firstAccountId)) return { ...none, broken: 'is reached on an account somebody gave away' };
  return { ...none, unsigned: 'is reached on an account that is not theirs' };
}
