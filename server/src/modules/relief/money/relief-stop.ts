import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Transactions } from '../../../platform/database/transactions';
import { type Dead, type StopOutcome, StopsAtDeath } from '../../after-death/stops-at-death.port';
import { Mandates } from '../../mandates/mandates.port';
import { AdultsRepository } from '../adults/adults.repository';
import { Application } from '../applications/application.entity';
import { ApplicationSubjects } from '../whom/application-subjects.repository';
import { DeathChanges } from './death-changes.service';

/**
 * What is asked for or paid for somebody who died, alone or with their household: each office that has a part of it hears
 * it as a change of circumstances and decides (policy-facts A.10). Nothing is ended here: a household goes on.
 */
@Injectable()
export class ReliefStop extends StopsAtDeath {
  readonly what = 'relief';

  constructor(
    private readonly transactions: Transactions,
    private readonly adults: AdultsRepository,
    private readonly subjects: ApplicationSubjects,
    private readonly mandates: Mandates,
    private readonly changes: DeathChanges,
  ) {
    super();
  }

  async going(dead: Dead): Promise<readonly string[]> {
    return (await this.applicationsOf(dead)).map(({ id }) => id);
  }

  async stop(id: string, { died }: Dead): Promise<StopOutcome> {
    return (await this.changes.tellOfDeath(id, died)) ? 'stopped' : 'nothing';
  }

  restore(id: string): Promise<boolean> {
    return this.changes.tellOfLife(id);
  }

  /** Who asks for a household they signed for, and so lived in. */
  override async survivors(dead: Dead): Promise<readonly string[]> {
    return (await this.applicationsOf(dead)).map(({ accountId }) => accountId);
  }

  private async applicationsOf({ accountIds, personId, idNumber }: Dead): Promise<readonly Application[]> {
    const signed = (await this.adults.signedBy(idNumber)).map(({ applicationId }) => applicationId);
    const helped = await this.subjects.ofMandates(await this.mandates.ofPrincipal(personId));
    const state = Not(In(['draft', 'withdrawn']));
    const of = [...new Set([...signed, ...helped])];
    const where = [
      ...(accountIds.length > 0 ? [{ accountId: In([...accountIds]), state }] : []),
      ...(of.length > 0 ? [{ id: In(of), state }] : []),
    ];
    if (where.length === 0) return [];
    return this.transactions.manager.find(Application, { where, order: { id: 'ASC' } });
  }
}
