import { randomInt, randomUUID } from 'node:crypto';
import { ageOn, readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { DependantView } from '@jinmen/shared/residents/dependants';
import { guardianshipWait, isMinor, isUnder14 } from '@jinmen/shared/residents/guardianship';
import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import type { NamedNumber } from '../../bureaus/identity/identity.port';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { maskedIdNumber, maskedName } from '../../platform/masking';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { Consents } from '../consents/consents.port';
import { HeldRows } from '../rights/keeping/held-rows.port';
import { Dependant, dependantIdentity } from './dependant.entity';
import { Dependants, type Guarded } from './dependants.port';
import { dependantWords } from './words';

/** Read aloud without a doubt: no 0 and O, no 1 and I. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** All SQL about children and wards. */
@Injectable()
export class DependantsService extends Dependants {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly consents: Consents,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly held: HeldRows,
  ) {
    super();
  }

  async find(accountId: string, id: string): Promise<Guarded | undefined> {
    const row = await this.findRow({ id, accountId });
    return row ? this.guarded(row) : undefined;
  }

  async of(accountId: string): Promise<readonly Guarded[]> {
    return Promise.all((await this.list(accountId)).map((row) => this.guarded(row)));
  }

  async owns(accountId: string, id: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(Dependant, { id, accountId })) > 0;
  }

  list(accountId: string): Promise<Dependant[]> {
    return this.transactions.manager.find(Dependant, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Inside a transaction the row is held until its end. */
  findRow(where: FindOptionsWhere<Dependant>): Promise<Dependant | null> {
    const { manager, isOpen } = this.transactions;
    return manager.findOne(Dependant, { where, ...(isOpen ? forUpdate(manager) : {}) });
  }

  async add(
    row: Pick<Dependant, 'accountId' | 'relation' | 'livesTogether' | 'proof'>,
    who: NamedNumber,
  ): Promise<Dependant> {
    const id = randomUUID();
    const added = {
      ...row,
      id,
      personId: null,
      identity: this.sealing.sealJson(labelIn(dependantIdentity, id), { name: who.name, idNumber: who.idNumber }),
      confirmedOn: null,
      showCode: showCode(),
      createdAt: this.clock.now(),
    };
    await this.transactions.manager.insert(Dependant, added);
    return added;
  }

  async change(row: Dependant, change: Partial<Dependant>, who?: NamedNumber): Promise<Dependant> {
    const identity = who && {
      identity: this.sealing.sealJson(labelIn(dependantIdentity, row.id), { name: who.name, idNumber: who.idNumber }),
    };
    await this.transactions.manager.update(Dependant, { id: row.id }, { ...change, ...identity });
    return { ...row, ...change, ...identity };
  }

  /** Not proved any more, or not yet: with a code of its own to show. */
  askAnew(row: Dependant, change: Pick<Dependant, 'relation' | 'livesTogether' | 'proof'>, who: NamedNumber) {
    return this.change(row, { ...change, confirmedOn: null, showCode: row.showCode ?? showCode() }, who);
  }

  /** From today it is proved. */
  async confirm(row: Dependant, personId?: string): Promise<void> {
    const confirmed = { proof: 'confirmed', confirmedOn: this.clock.today(), showCode: null } as const;
    await this.change(row, { ...confirmed, ...(personId !== undefined && { personId }) });
  }

  /** @throws Problem 409 `dependant.kept` under a legal hold. */
  async remove(accountId: string, id: string): Promise<void> {
    await this.transactions.run(async () => {
      const row = await this.findRow({ id, accountId });
      if (!row) return;
      if (await this.held.isHeld('dependant', id))
        throw new Problem(409, 'dependant.kept', dependantWords.problems.kept);
      await this.transactions.manager.delete(Dependant, { id });
      const actor = { kind: 'resident', id: accountId } as const;
      await this.audit.record({ action: 'dependant.removed', actor, object: `dependant:${id}` });
    });
  }

  identityOf({ id, identity }: Dependant): NamedNumber {
    return this.sealing.openJson<NamedNumber>(labelIn(dependantIdentity, id), identity);
  }

  async guarded(row: Dependant): Promise<Guarded> {
    const { name, idNumber } = this.identityOf(row);
    const today = this.clock.today();
    const read = readIdNumber(idNumber, today);
    if ('problem' in read) throw new Error(`the number of dependant ${row.id} cannot be read any more`);
    const { relation, proof, confirmedOn } = row;
    const guardianship = { relation, birth: read.birth, proof, ...(confirmedOn !== null && { confirmedOn }) };
    const waits = guardianshipWait(guardianship, await this.consents.has(row.accountId, 'child-under-14'), today);
    return {
      id: row.id,
      ...(row.personId !== null && { personId: row.personId }),
      name,
      idNumber,
      birth: read.birth,
      relation,
      livesTogether: row.livesTogether === 1,
      ...(waits && { waits }),
    };
  }

  async viewOf(row: Dependant): Promise<DependantView> {
    const { name, idNumber, birth, relation, livesTogether, waits } = await this.guarded(row);
    const today = this.clock.today();
    return {
      id: row.id,
      name: maskedName(name),
      idNumber: maskedIdNumber(idNumber),
      age: ageOn(today, birth),
      under14: isUnder14(birth, today),
      minor: isMinor(birth, today),
      relation,
      livesTogether,
      proof: row.proof,
      ...(waits && { waits, words: dependantWords.waits[waits] }),
      ...(row.showCode !== null && { showCode: row.showCode }),
    };
  }
}

function showCode(): string {
  return Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}
