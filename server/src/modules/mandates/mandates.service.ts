import { randomInt, randomUUID } from 'node:crypto';
import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import { helperMay, mandateStateOn } from '@jinmen/shared/residents/mandates';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import type { ActorKind } from '../../platform/audit/audit-row.entity';
import { Clock, instantOf } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { People } from '../identity/people.port';
import { MandateRow, mandatePrincipal, type TypedPrincipal } from './mandate.entity';
import { mandateMay } from './mandate.machine';
import { MandateSigning } from './mandate-signing';
import { type Mandate, type MandateRole, Mandates } from './mandates.port';

/** How long a code says yes. It stops the mandate as long as there is one. */
const CODE_GOOD_MS = 24 * 3_600_000;
export const WRONG_CODES = 5;
const OPEN = ['waiting', 'acting'] as const;

/** All SQL about mandates. */
@Injectable()
export class MandatesService extends Mandates {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly signing: MandateSigning,
  ) {
    super();
  }

  async find(mandateId: string): Promise<Mandate | undefined> {
    const row = await this.findRow({ id: mandateId });
    return row ? this.opened(row) : undefined;
  }

  async roleOf(accountId: string, mandateId: string): Promise<MandateRole | undefined> {
    const row = await this.findRow({ id: mandateId });
    if (!row) return undefined;
    if (row.helperAccountId === accountId && helperMay(this.stateOf(row))) return 'helper';
    if (row.principalPersonId === null) return undefined;
    return (await this.people.reaching(accountId))?.personId === row.principalPersonId ? 'principal' : undefined;
  }

  async openFor(accountId: string): Promise<readonly string[]> {
    const helping = { helperAccountId: accountId, state: In([...OPEN]), until: MoreThanOrEqual(this.clock.today()) };
    const helped = await this.helpedBy(accountId);
    const rows = await this.transactions.manager.find(MandateRow, {
      select: { id: true },
      where: [helping, ...(helped ? [helped] : [])],
    });
    return rows.map(({ id }) => id);
  }

  async ofPrincipal(personId: string): Promise<readonly string[]> {
    const where = { principalPersonId: personId };
    const rows = await this.transactions.manager.find(MandateRow, { select: { id: true }, where });
    return rows.map(({ id }) => id);
  }

  /** Inside a transaction the row is held until its end. */
  findRow(where: FindOptionsWhere<MandateRow>): Promise<MandateRow | null> {
    const { manager, isOpen } = this.transactions;
    return manager.findOne(MandateRow, { where, ...(isOpen ? forUpdate(manager) : {}) });
  }

  /** What the account asked for and may still see, newest first. */
  listHelping(accountId: string): Promise<MandateRow[]> {
    const states = ['checking', 'not-confirmed', ...OPEN] as const;
    const where = { helperAccountId: accountId, state: In([...states]), until: MoreThanOrEqual(this.clock.today()) };
    return this.transactions.manager.find(MandateRow, { where, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** What others do or did for the person behind the account, newest first. */
  async listHelped(accountId: string): Promise<MandateRow[]> {
    const where = await this.helpedBy(accountId);
    if (!where) return [];
    return this.transactions.manager.find(MandateRow, { where, order: { createdAt: 'DESC', id: 'DESC' }, take: 50 });
  }

  /** What somebody the account asks or asked to help has heard of, going on or over. */
  answeredFor(accountId: string): Promise<MandateRow[]> {
    const where = { helperAccountId: accountId, state: In(['acting', 'revoked', 'ended']) };
    return this.transactions.manager.findBy(MandateRow, { ...where, principalPersonId: Not(IsNull()) });
  }

  /** To be read out, or going on, in these streets: the longest waiting first. */
  listForStreets(streets: readonly string[] | 'all', most: number): Promise<MandateRow[]> {
    const here = streets === 'all' ? {} : { street: In([...streets]) };
    const open = { until: MoreThanOrEqual(this.clock.today()), ...here };
    return this.transactions.manager.find(MandateRow, {
      where: [
        { ...open, state: 'waiting', way: 'call' },
        { ...open, state: 'acting' },
      ],
      order: { state: 'DESC', createdAt: 'ASC', id: 'ASC' },
      take: most,
    });
  }

  /** Those the code of a message belongs to; the phone it went to is compared by whoever asks. */
  withCode(code: string): Promise<MandateRow[]> {
    const digests = this.sealing.indexes('mandate-code', code).map(({ digest }) => digest);
    return this.transactions.manager.findBy(MandateRow, { codeDigest: In(digests), state: In([...OPEN]) });
  }

  async add(
    row: Pick<MandateRow, 'helperAccountId' | 'programmes' | 'street' | 'way' | 'until'>,
    { name, idNumber, phone }: TypedPrincipal,
  ): Promise<MandateRow> {
    const id = randomUUID();
    const principal: TypedPrincipal = { name, idNumber, ...(phone !== undefined && { phone }) };
    const unsigned: MandateRow = {
      ...row,
      id,
      principalPersonId: null,
      principal: this.sealing.sealJson(labelIn(mandatePrincipal, id), principal),
      state: 'checking',
      codeDigest: null,
      codeUntil: null,
      codeTries: 0,
      codesSent: 0,
      createdAt: this.clock.now(),
      endedAt: null,
      signed: null,
    };
    const added = { ...unsigned, signed: this.signing.sign(unsigned) };
    await this.transactions.manager.insert(MandateRow, added);
    return added;
  }

  /** Whatever is not its state. */
  change(
    row: MandateRow,
    change: Partial<Omit<MandateRow, 'id' | 'programmes' | 'state' | 'signed'>>,
  ): Promise<MandateRow> {
    return this.write(row, change);
  }

  /** @throws Error when it does not come there from where it is, or not by their word: callers ask before. */
  move(
    row: MandateRow,
    by: ActorKind,
    change: Pick<MandateRow, 'state'> & Partial<Pick<MandateRow, 'principalPersonId' | 'endedAt'>>,
  ): Promise<MandateRow> {
    if (!mandateMay(row.state, change.state, by)) {
      throw new Error(`mandate ${row.id} does not come from ${row.state} to ${change.state} by a ${by}`);
    }
    return this.write(row, change);
  }

  /** One nobody was asked about leaves nothing behind. */
  async delete({ id }: MandateRow): Promise<void> {
    await this.transactions.manager.delete(MandateRow, { id });
  }

  /** A new code; the one before is good for nothing any more. */
  async newCode(row: MandateRow): Promise<string> {
    const code = String(randomInt(0, 100_000_000)).padStart(8, '0');
    await this.change(row, {
      codeDigest: this.sealing.index('mandate-code', code).digest,
      codeUntil: instantOf(this.clock.now().getTime() + CODE_GOOD_MS),
      codeTries: 0,
      codesSent: row.codesSent + 1,
    });
    return code;
  }

  isCode({ codeDigest }: MandateRow, code: string): boolean {
    return (
      codeDigest !== null && this.sealing.indexes('mandate-code', code).some(({ digest }) => digest.equals(codeDigest))
    );
  }

  /** Whether the code may still say yes. */
  codeIsGood({ codeUntil, codeTries }: MandateRow): boolean {
    return codeUntil !== null && codeUntil > this.clock.now() && codeTries < WRONG_CODES;
  }

  stateOf({ state, until }: MandateRow) {
    return mandateStateOn(state, until, this.clock.today());
  }

  principalOf({ id, principal }: MandateRow): TypedPrincipal {
    return this.sealing.openJson<TypedPrincipal>(labelIn(mandatePrincipal, id), principal);
  }

  /** None while the person is not confirmed. */
  opened(row: MandateRow): Mandate | undefined {
    if (row.principalPersonId === null) return undefined;
    const { name, idNumber } = this.principalOf(row);
    const read = readIdNumber(idNumber, this.clock.today());
    if ('problem' in read) throw new Error(`the number of mandate ${row.id} cannot be read any more`);
    const { id, helperAccountId, programmes, street, until } = row;
    const principal = { personId: row.principalPersonId, name, idNumber, birth: read.birth };
    return { id, helperAccountId, principal, programmes, street, until, state: this.stateOf(row) };
  }

  /** The row is held, and as it stands. */
  private async write(row: MandateRow, change: Partial<Omit<MandateRow, 'signed'>>): Promise<MandateRow> {
    const signed = this.signing.next(row, { ...row, ...change });
    await this.transactions.manager.update(MandateRow, { id: row.id }, { ...change, signed });
    return { ...row, ...change, signed };
  }

  private async helpedBy(accountId: string): Promise<FindOptionsWhere<MandateRow> | undefined> {
    const person = await this.people.reaching(accountId);
    return person && { principalPersonId: person.personId, state: Not(In(['checking', 'not-confirmed'])) };
  }
}
