import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { FarewellKinRow, type KinSaid, type KinState, kinSaid } from './farewell-kin.entity';
import { FarewellLink } from './farewell-link.entity';

/** 160 bits: nobody guesses one. */
const TOKEN_BYTES = 20;

/** One of the family with what they wrote. */
export interface OpenedKin {
  readonly row: Readonly<FarewellKinRow>;
  readonly said: KinSaid;
}

/** A person, else an account. */
interface Who {
  readonly accountId?: string;
  readonly personId?: string;
}

export interface NewKin {
  readonly farewellId: string;
  readonly personId: string;
  readonly accountId?: string;
  readonly state: KinState;
  readonly said: KinSaid;
}

/** All SQL about the others of a family and the links they come by. Whoever writes has locked the farewell before. */
@Injectable()
export class FamilyRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** The first to come first. */
  async of(farewellId: string): Promise<OpenedKin[]> {
    const order = { at: 'ASC', id: 'ASC' } as const;
    const rows = await this.transactions.manager.find(FarewellKinRow, { where: { farewellId }, order });
    return rows.map((row) => this.opened(row));
  }

  /** By its id, or of somebody: the person, else what is on this account. */
  async find(farewellId: string, who: { id: string } | Who): Promise<OpenedKin | undefined> {
    const row = await this.transactions.manager.findOneBy(FarewellKinRow, { farewellId, ...keyOf(who) });
    return row ? this.opened(row) : undefined;
  }

  async findAnywhere(id: string): Promise<OpenedKin | undefined> {
    const row = await this.transactions.manager.findOneBy(FarewellKinRow, { id });
    return row ? this.opened(row) : undefined;
  }

  /** Those of signed-up farewells who ask, were not taken in or differ, the longest waiting first. */
  async unsettled(limit: number): Promise<OpenedKin[]> {
    const rows = await this.transactions.manager
      .createQueryBuilder(FarewellKinRow, 'kin')
      .where("kin.state IN ('asks', 'not-now', 'differs')")
      .andWhere("kin.farewellId IN (SELECT id FROM farewell WHERE state = 'signed-up')")
      .orderBy('kin.at', 'ASC')
      .addOrderBy('kin.id', 'ASC')
      .limit(limit)
      .getMany();
    return rows.map((row) => this.opened(row));
  }

  /** What somebody asked of any family, newest first. */
  async asksOf(whose: Who): Promise<OpenedKin[]> {
    const order = { at: 'DESC', id: 'DESC' } as const;
    const rows = await this.transactions.manager.find(FarewellKinRow, { where: keyOf(whose), order });
    return rows.map((row) => this.opened(row));
  }

  async add({
    farewellId,
    personId,
    accountId = null,
    state,
    said,
  }: Omit<NewKin, 'accountId'> & { accountId?: string | null }) {
    const id = randomUUID();
    const sealed = this.sealing.sealJson(labelIn(kinSaid, id), said);
    const who = { id, farewellId, personId, accountId, handingBy: null, handingAt: null, handingMarks: null };
    const row: FarewellKinRow = { ...who, state, said: sealed, at: this.clock.now() };
    await this.transactions.manager.insert(FarewellKinRow, row);
    return { row, said };
  }

  async change({ row }: OpenedKin, state: KinState, said: KinSaid, accountId?: string): Promise<void> {
    const sealed = this.sealing.sealJson(labelIn(kinSaid, row.id), said);
    const change = { state, said: sealed, at: this.clock.now(), ...(accountId !== undefined && { accountId }) };
    await this.transactions.manager.update(FarewellKinRow, { id: row.id }, change);
  }

  /** By whom; nobody where it is not wished any more. */
  async markHanding(id: string, handingBy: string | null, handingMarks: string | null = null): Promise<void> {
    const handingAt = handingBy === null ? null : this.clock.now();
    await this.transactions.manager.update(FarewellKinRow, { id }, { handingBy, handingAt, handingMarks });
  }

  async remove({ row: { id } }: OpenedKin): Promise<void> {
    await this.transactions.manager.delete(FarewellKinRow, { id });
  }

  /** The link itself; only its hash is kept. */
  async addLink(farewellId: string, until: Date): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const row = {
      id: randomUUID(),
      farewellId,
      tokenHash: hashOf(token),
      sentAt: this.clock.now(),
      until,
      usedAt: null,
    };
    await this.transactions.manager.insert(FarewellLink, row);
    return token;
  }

  async findLink(token: string): Promise<FarewellLink | undefined> {
    return (await this.transactions.manager.findOneBy(FarewellLink, { tokenHash: hashOf(token) })) ?? undefined;
  }

  /** Whether it was still good: of two who use it at once, one has. */
  async useLink({ id }: FarewellLink): Promise<boolean> {
    const used = await this.transactions.manager.update(
      FarewellLink,
      { id, usedAt: IsNull() },
      { usedAt: this.clock.now() },
    );
    return used.affected === 1;
  }

  /** Those nobody has used are good no longer, and read like those whose time is over. */
  async endLinks(farewellId: string): Promise<void> {
    const now = this.clock.now();
    const open = { farewellId, usedAt: IsNull(), until: MoreThan(now) };
    await this.transactions.manager.update(FarewellLink, open, { until: now });
  }

  countLinksSince(farewellId: string, since: Date): Promise<number> {
    return this.transactions.manager.countBy(FarewellLink, { farewellId, sentAt: MoreThanOrEqual(since) });
  }

  private opened(row: FarewellKinRow): OpenedKin {
    return { row, said: this.sealing.openJson<KinSaid>(labelIn(kinSaid, row.id), row.said) };
  }
}

function keyOf(who: { id: string } | Who) {
  if ('id' in who) return { id: who.id };
  return who.personId === undefined ? { accountId: who.accountId ?? '' } : { personId: who.personId };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
