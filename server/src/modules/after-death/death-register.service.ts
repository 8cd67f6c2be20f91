import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock';
import { isDuplicate } from '../../platform/database/retryable';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { People } from '../identity/people.port';
import type { VerifiedDeath } from './after-death.port';
import { DeathEffect, deathCertificate, deathWithdrawnWhy, VerifiedDeathRow } from './death.entity';
import { Deaths } from './deaths.port';
import type { Dead } from './stops-at-death.port';

const AT_ONCE = 20;

/** All SQL about verified deaths and what was done about them. */
@Injectable()
export class DeathRegister extends Deaths {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: People,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {
    super();
  }

  async isDeadAccount(accountId: string): Promise<boolean> {
    const person = await this.people.findOf(accountId);
    if (!person) return false;
    return this.transactions.manager.existsBy(VerifiedDeathRow, { standing: person.personId });
  }

  /** `undefined` when one stands for them already. */
  async add(personId: string, { died, certificate }: VerifiedDeath): Promise<string | undefined> {
    const id = randomUUID();
    const row: VerifiedDeathRow = {
      ...{ id, personId, standing: personId, died, at: this.clock.now(), settledAt: null },
      certificate: this.sealing.seal(labelIn(deathCertificate, id), certificate),
      ...{ withdrawnAt: null, withdrawnWhy: null },
    };
    try {
      await this.transactions.manager.insert(VerifiedDeathRow, row);
      return id;
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }

  stands(personId: string): Promise<boolean> {
    return this.transactions.manager.existsBy(VerifiedDeathRow, { standing: personId });
  }

  findForUpdate(id: string): Promise<VerifiedDeathRow | null> {
    const { manager } = this.transactions;
    return manager.findOne(VerifiedDeathRow, { where: { id }, ...forUpdate(manager) });
  }

  find(id: string): Promise<VerifiedDeathRow | null> {
    return this.transactions.manager.findOneBy(VerifiedDeathRow, { id });
  }

  /** What is still to be dealt with, the longest waiting first, some at a time: those behind the one given. */
  unsettled(after?: Pick<VerifiedDeathRow, 'at' | 'id'>): Promise<VerifiedDeathRow[]> {
    const open = { settledAt: IsNull() };
    return this.transactions.manager.find(VerifiedDeathRow, {
      where: after
        ? [
            { ...open, at: MoreThan(after.at) },
            { ...open, at: after.at, id: MoreThan(after.id) },
          ]
        : open,
      order: { at: 'ASC', id: 'ASC' },
      take: AT_ONCE,
    });
  }

  /** As it was followed: one that was withdrawn meanwhile is still to be taken back. */
  async settle({ id, standing }: Pick<VerifiedDeathRow, 'id' | 'standing'>): Promise<void> {
    await this.transactions.manager.update(
      VerifiedDeathRow,
      { id, standing: standing ?? IsNull(), settledAt: IsNull() },
      { settledAt: this.clock.now() },
    );
  }

  async withdraw(id: string, why: string): Promise<void> {
    await this.transactions.manager.update(
      VerifiedDeathRow,
      { id },
      {
        standing: null,
        withdrawnAt: this.clock.now(),
        withdrawnWhy: this.sealing.seal(labelIn(deathWithdrawnWhy, id), why),
        settledAt: null,
      },
    );
  }

  latest(most: number): Promise<VerifiedDeathRow[]> {
    return this.transactions.manager.find(VerifiedDeathRow, { order: { at: 'DESC', id: 'DESC' }, take: most });
  }

  effectsOf(deathId: string): Promise<DeathEffect[]> {
    return this.transactions.manager.find(DeathEffect, { where: { deathId }, order: { at: 'ASC', id: 'ASC' } });
  }

  async note(deathId: string, what: DeathEffect['what'], objectId: string, state: DeathEffect['state']): Promise<void> {
    const at = this.clock.now();
    await this.transactions.manager.insert(DeathEffect, { id: randomUUID(), deathId, what, objectId, state, at });
  }

  async turn(id: string, state: DeathEffect['state']): Promise<void> {
    await this.transactions.manager.update(DeathEffect, { id }, { state, at: this.clock.now() });
  }

  certificateOf({ id, certificate }: VerifiedDeathRow): string {
    return this.sealing.open(labelIn(deathCertificate, id), certificate);
  }

  whyOf({ id, withdrawnWhy }: VerifiedDeathRow): string | undefined {
    return withdrawnWhy === null ? undefined : this.sealing.open(labelIn(deathWithdrawnWhy, id), withdrawnWhy);
  }

  async deadOf({ personId, died }: VerifiedDeathRow): Promise<Dead> {
    const person = await this.people.find(personId);
    if (!person) throw new Error(`person ${personId} of a verified death is not there any more`);
    return { personId, idNumber: person.idNumber, accountIds: await this.people.accountsOf(personId), died };
  }
}
