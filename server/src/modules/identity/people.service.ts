import { randomUUID } from 'node:crypto';
import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import type { IdMark } from '../../platform/audit/staff-duty.port';
import { Clock } from '../../platform/clock';
import { pastDuplicates } from '../../platform/database/past-duplicates';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import type { Problem } from '../../platform/http/problem';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { Consents, consentRequired } from '../consents/consents.port';
import { Links } from './links/links.service';
import { NAME_PURPOSE } from './name-purpose';
import { type KnownPerson, People, realNameRequired, type VerifiedPerson } from './people.port';
import { PeopleWatches } from './people-watches.service';
import { Person, personIdNumber, personName } from './person.entity';

/** All SQL about people; whose an account is: `Links`. */
@Injectable()
export class PeopleService extends People {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly watches: PeopleWatches,
    private readonly consents: Consents,
    private readonly links: Links,
  ) {
    super();
  }

  async acting(accountId: string, words: string): Promise<VerifiedPerson> {
    const person = await this.findOf(accountId);
    if (!person) throw realNameRequired(words);
    await this.consents.require(accountId, NAME_PURPOSE);
    return person;
  }

  async allActing(
    accountIds: readonly string[],
    words: string,
  ): Promise<ReadonlyMap<string, VerifiedPerson | Problem>> {
    const found = await this.findAllOf(accountIds);
    const willing = await this.consents.haveGiven([...found.keys()], NAME_PURPOSE);
    const answerTo = (id: string) => {
      const person = found.get(id);
      if (!person) return realNameRequired(words);
      return willing.has(id) ? person : consentRequired(NAME_PURPOSE);
    };
    return new Map(accountIds.map((id) => [id, answerTo(id)]));
  }

  async findOf(accountId: string): Promise<VerifiedPerson | undefined> {
    return (await this.findAllOf([accountId])).get(accountId);
  }

  async findAllOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, VerifiedPerson>> {
    const links = await this.links.of(accountIds);
    return new Map(
      links.map(({ accountId, person, verifiedAt }) => [accountId, { ...this.opened(person), verifiedAt }]),
    );
  }

  async reaching(accountId: string): Promise<VerifiedPerson | undefined> {
    const person = await this.findOf(accountId);
    return person && (await this.firstOf(person.personId)) === accountId ? person : undefined;
  }

  async reachedBy(accountId: string): Promise<string | undefined> {
    const [link] = await this.links.of([accountId]);
    return link && (await this.firstOf(link.personId)) === accountId ? link.personId : undefined;
  }

  firstOf(personId: string): Promise<string | undefined> {
    return this.links.firstOf(personId);
  }

  left(accountId: string, personIds: readonly string[]): Promise<void> {
    return this.links.left(accountId, personIds);
  }

  async find(personId: string): Promise<KnownPerson | undefined> {
    const person = await this.transactions.manager.findOneBy(Person, { id: personId });
    return person ? this.opened(person) : undefined;
  }

  async findByIdNumber(idNumber: string): Promise<KnownPerson | undefined> {
    const person = await this.byNumber(idNumber);
    return person ? this.opened(person) : undefined;
  }

  marksOf(idNumber: string): readonly IdMark[] {
    const entries = this.sealing.indexes('id-number', idNumber);
    return entries.map(({ keyId, digest }) => ({ keyId, digest: digest.toString('hex') }));
  }

  accountsOf(personId: string): Promise<readonly string[]> {
    return this.links.accountsOf(personId);
  }

  /** Somebody else may record the same person at the same moment; a refused insert ends no transaction, so it is looked for again. */
  record(name: string, idNumber: string): Promise<string> {
    return pastDuplicates(1, async () => (await this.rename(idNumber, name)) ?? (await this.create(name, idNumber)));
  }

  /**
   * Ties the account to the person with this number, who may be known from another phone. Inside a transaction, which
   * fails as a duplicate when the same person is confirmed for the first time twice at the same moment: run it again.
   */
  async link(accountId: string, name: string, idNumber: string): Promise<string> {
    const personId = (await this.rename(idNumber, name)) ?? (await this.create(name, idNumber));
    await this.links.add(accountId, personId);
    await this.watches.tell(accountId, personId);
    return personId;
  }

  /** @throws SealBroken when the index points at somebody with another number */
  private async byNumber(idNumber: string): Promise<Person | null> {
    const anyKey = new Brackets((where) => {
      for (const [at, { keyId, digest }] of this.sealing.indexes('id-number', idNumber).entries()) {
        where.orWhere(`person.idNumberKeyId = :key${at} AND person.idNumberDigest = :digest${at}`, {
          [`key${at}`]: keyId,
          [`digest${at}`]: digest,
        });
      }
    });
    const person = await this.transactions.manager.createQueryBuilder(Person, 'person').where(anyKey).getOne();
    if (person) this.sealing.openFiled(labelIn(personIdNumber, person.id), person.idNumber, 'id-number', idNumber);
    return person;
  }

  /** The known person, under the name the bureau has just confirmed: names change, numbers do not. */
  private async rename(idNumber: string, name: string): Promise<string | undefined> {
    const person = await this.stays(await this.byNumber(idNumber));
    if (person === null) return undefined;
    const label = labelIn(personName, person.id);
    if (this.sealing.open(label, person.name) !== name) {
      await this.transactions.manager.update(Person, { id: person.id }, { name: this.sealing.seal(label, name) });
    }
    return person.id;
  }

  /** Until the end of the transaction: whoever is being forgotten at this moment is waited for, and may be gone then. */
  private async stays(person: Person | null): Promise<Person | null> {
    const { manager } = this.transactions;
    return person && manager.findOne(Person, { where: { id: person.id }, ...forUpdate(manager) });
  }

  private async create(name: string, idNumber: string): Promise<string> {
    const id = randomUUID();
    const { keyId, digest } = this.sealing.index('id-number', idNumber);
    const person: Person = {
      id,
      name: this.sealing.seal(labelIn(personName, id), name),
      idNumber: this.sealing.seal(labelIn(personIdNumber, id), idNumber),
      idNumberKeyId: keyId,
      idNumberDigest: digest,
      createdAt: this.clock.now(),
      firstAccountId: null,
      signed: null,
    };
    await this.transactions.manager.insert(Person, this.links.signed(person));
    return id;
  }

  private opened({ id, name, idNumber }: Person): KnownPerson {
    const number = this.sealing.open(labelIn(personIdNumber, id), idNumber);
    const read = readIdNumber(number, this.clock.today());
    if ('problem' in read) throw new Error(`the number of person ${id} cannot be read any more`);
    const opened = this.sealing.open(labelIn(personName, id), name);
    return { personId: id, name: opened, idNumber: number, birth: read.birth };
  }
}
