import { randomUUID } from 'node:crypto';
import { EMPTY_FAREWELL, type FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import { Injectable } from '@nestjs/common';
import { Brackets, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import type { PageRequest } from '../../../platform/http/page';
import { problems } from '../../../platform/http/problem';
import { saidNumber } from '../../../platform/said-number';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { FarewellRow, farewellContent } from './farewell.entity';
import { FarewellSigning } from './farewell-signing';
import { FarewellStep } from './farewell-step.entity';
import { FarewellWatches } from './farewell-watches.service';
import type { FarewellStepAct } from './farewell-words';

/** A farewell with what the family said, opened. */
export interface OpenedFarewell {
  readonly row: Readonly<FarewellRow>;
  readonly content: FarewellContent;
}

/** Somebody at a phone, and who they are once the identity bureau has confirmed it there. */
export interface Whose {
  readonly accountId: string;
  readonly personId?: string;
}

type Change = Partial<Omit<FarewellRow, 'signed'>>;

/** Those who are part of it; who only asks sees nothing yet. */
const JOINED = "kin.state IN ('silent', 'agrees', 'differs')";

/** All SQL about farewells themselves; the family and who died have repositories of their own. */
@Injectable()
export class FarewellsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly watches: FarewellWatches,
    private readonly signing: FarewellSigning,
  ) {}

  /** A draft, or what a desk signed up; its first step stands with it. */
  async create(
    more: Partial<Omit<FarewellRow, 'content' | 'signed'>>,
    content: FarewellContent = EMPTY_FAREWELL,
    act: FarewellStepAct = 'begun',
  ): Promise<OpenedFarewell> {
    const id = randomUUID();
    const now = this.clock.now();
    const unsigned: FarewellRow = {
      id,
      number: saidNumber('HM'),
      accountId: null,
      personId: null,
      state: 'draft',
      version: 1,
      content: this.sealing.sealJson(labelIn(farewellContent, id), content),
      bookingId: null,
      deskReference: null,
      createdAt: now,
      updatedAt: now,
      signedUpAt: null,
      withdrawnAt: null,
      signed: null,
      ...more,
    };
    const row = { ...unsigned, signed: this.signing.sign(unsigned) };
    await this.transactions.manager.insert(FarewellRow, row);
    await this.addStep(id, act);
    return { row, content };
  }

  async find(
    where: { id: string } | { number: string } | { bookingId: string } | { deskReference: string },
  ): Promise<OpenedFarewell | undefined> {
    const row = await this.transactions.manager.findOneBy(FarewellRow, where);
    return row ? this.opened(row) : undefined;
  }

  /** @throws Problem 404 when it went meanwhile. */
  async get(id: string): Promise<OpenedFarewell> {
    const found = await this.find({ id });
    if (!found) throw problems.notFound();
    return found;
  }

  /** As `find`, and nobody else changes it or its family until the open transaction ends. */
  async findForUpdate(id: string): Promise<OpenedFarewell | undefined> {
    const { manager } = this.transactions;
    const row = await manager.findOne(FarewellRow, { where: { id }, ...forUpdate(manager) });
    return row ? this.opened(row) : undefined;
  }

  /** @throws Problem 404 when it went meanwhile. */
  async getForUpdate(id: string): Promise<OpenedFarewell> {
    const found = await this.findForUpdate(id);
    if (!found) throw problems.notFound();
    return found;
  }

  async isOf(id: string, whose: Whose): Promise<boolean> {
    return (await this.theirs(whose).andWhere('farewell.id = :id', { id }).getCount()) > 0;
  }

  /** Newest change first. */
  async list(whose: Whose, { limit, after }: PageRequest): Promise<OpenedFarewell[]> {
    const query = this.theirs(whose)
      .orderBy('farewell.updatedAt', 'DESC')
      .addOrderBy('farewell.id', 'DESC')
      .limit(limit + 1);
    if (after) {
      const later = 'farewell.updatedAt < :at OR (farewell.updatedAt = :at AND farewell.id < :after)';
      query.andWhere(`(${later})`, { at: after.at, after: after.id });
    }
    return (await query.getMany()).map((row) => this.opened(row));
  }

  /** Signed up and without a place, the longest waiting first. */
  async unplaced(): Promise<OpenedFarewell[]> {
    const rows = await this.transactions.manager.find(FarewellRow, {
      where: { state: 'signed-up', bookingId: IsNull() },
      order: { signedUpAt: 'ASC', id: 'ASC' },
    });
    return rows.map((row) => this.opened(row));
  }

  /** What somebody began and has not signed up, the one that changed last first. */
  async draftsOf(accountId: string): Promise<OpenedFarewell[]> {
    const where = { accountId, state: 'draft' } as const;
    const rows = await this.transactions.manager.find(FarewellRow, { where, order: { updatedAt: 'DESC', id: 'DESC' } });
    return rows.map((row) => this.opened(row));
  }

  /** What a desk signed up for somebody of whom no phone was known, in the order locks are taken in. */
  async withoutPhone(personId: string): Promise<string[]> {
    const where = { personId, accountId: IsNull() };
    const rows = await this.transactions.manager.find(FarewellRow, { where, order: { id: 'ASC' } });
    return rows.map(({ id }) => id);
  }

  /** In which somebody of the family differs, or asked and was not taken in. */
  async contested(): Promise<OpenedFarewell[]> {
    const rows = await this.transactions.manager
      .createQueryBuilder(FarewellRow, 'farewell')
      .where("farewell.state = 'signed-up'")
      .andWhere("farewell.id IN (SELECT farewell_id FROM farewell_kin WHERE state IN ('differs', 'not-now'))")
      .orderBy('farewell.signedUpAt', 'ASC')
      .addOrderBy('farewell.id', 'ASC')
      .getMany();
    return rows.map((row) => this.opened(row));
  }

  /** The one somebody signed up last. */
  /** Those not put down, the newest first. */
  async lastOf({ accountId, personId }: Whose, most: number): Promise<readonly OpenedFarewell[]> {
    const state = Not('withdrawn' as const);
    const rows = await this.transactions.manager.find(FarewellRow, {
      where: [{ accountId, state }, ...(personId === undefined ? [] : [{ personId, state }])],
      order: { updatedAt: 'DESC', id: 'DESC' },
      take: most,
    });
    return rows.map((row) => this.opened(row));
  }

  /** What the family changed: a version more. What happened to it (`happened`) leaves their version as it is. */
  async write({ row, content }: OpenedFarewell, change: Change = {}): Promise<OpenedFarewell> {
    const sealed = this.sealing.sealJson(labelIn(farewellContent, row.id), content);
    const updated = { ...change, content: sealed, version: row.version + 1, updatedAt: this.clock.now() };
    const signed = await this.update(row.id, updated);
    await this.watches.tell(row.id);
    return { row: { ...row, ...updated, signed }, content };
  }

  async happened({ row, content }: OpenedFarewell, change: Change): Promise<OpenedFarewell> {
    const updated = { ...change, updatedAt: this.clock.now() };
    return { row: { ...row, ...updated, signed: await this.update(row.id, updated) }, content };
  }

  /** Read anew, for whoever writes may hold it as it was before another did in the same transaction. */
  private async update(id: string, change: Change): Promise<Buffer | null> {
    const { manager } = this.transactions;
    const before = await manager.findOne(FarewellRow, { where: { id }, ...forUpdate(manager) });
    if (!before) throw problems.notFound();
    const signed = this.signing.next(before, { ...before, ...change });
    await manager.update(FarewellRow, { id }, { ...change, signed });
    return signed;
  }

  /** Holding the farewell’s lock. */
  async addStep(farewellId: string, act: FarewellStepAct): Promise<void> {
    const { manager } = this.transactions;
    const seq = 1 + (await manager.countBy(FarewellStep, { farewellId }));
    await manager.insert(FarewellStep, { farewellId, seq, act, at: this.clock.now() });
  }

  steps(farewellId: string): Promise<FarewellStep[]> {
    return this.transactions.manager.find(FarewellStep, { where: { farewellId }, order: { seq: 'ASC' } });
  }

  private theirs({ accountId, personId }: Whose): SelectQueryBuilder<FarewellRow> {
    const ofPerson = personId === undefined ? [] : ['farewell.personId = :personId'];
    const kin = personId === undefined ? 'kin.account_id = :accountId' : 'kin.person_id = :personId';
    const joined = `farewell.id IN (SELECT kin.farewell_id FROM farewell_kin kin WHERE ${kin} AND ${JOINED})`;
    return this.transactions.manager.createQueryBuilder(FarewellRow, 'farewell').where(
      new Brackets((where) => {
        for (const one of ['farewell.accountId = :accountId', ...ofPerson, joined])
          where.orWhere(one, { accountId, personId });
      }),
    );
  }

  private opened(row: FarewellRow): OpenedFarewell {
    return { row, content: this.sealing.openJson<FarewellContent>(labelIn(farewellContent, row.id), row.content) };
  }
}
