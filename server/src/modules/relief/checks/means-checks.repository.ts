import { randomUUID } from 'node:crypto';
import type { PersonFigure } from '@jinmen/shared/applications/household-figures';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { MeansCheck, meansFound } from './means-check.entity';

/** All SQL about means checks. */
@Injectable()
export class MeansChecksRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<MeansCheck | null> {
    return this.transactions.manager.findOneBy(MeansCheck, { id });
  }

  /** Of an application: oldest first. */
  ofApplication(applicationId: string): Promise<MeansCheck[]> {
    const order = { askedAt: 'ASC', id: 'ASC' } as const;
    return this.transactions.manager.find(MeansCheck, { where: { applicationId }, order });
  }

  /** As `ofApplication`, as they stand now, for a change. */
  ofApplicationForUpdate(applicationId: string): Promise<MeansCheck[]> {
    const { manager } = this.transactions;
    return manager.find(MeansCheck, { where: { applicationId }, ...forUpdate(manager) });
  }

  async create(of: Pick<MeansCheck, 'applicationId' | 'caseId' | 'authorisationId' | 'member'>): Promise<string> {
    const id = randomUUID();
    const open = { state: 'asked' as const, askedAt: this.clock.now(), endedAt: null, found: null, unreadableAt: null };
    await this.transactions.manager.insert(MeansCheck, { ...of, ...open, id });
    return id;
  }

  /** Ends a check that is still open; false when it had ended. */
  async end(
    id: string,
    state: Exclude<MeansCheck['state'], 'asked'>,
    found?: readonly PersonFigure[],
  ): Promise<boolean> {
    const sealed = found ? this.sealing.sealJson(labelIn(meansFound, id), found) : null;
    const change = { state, endedAt: this.clock.now(), found: sealed };
    const { affected } = await this.transactions.manager.update(MeansCheck, { id, state: 'asked' }, change);
    return affected === 1;
  }

  /** Remembers that what came could not be read; false when that is known already, or it has ended. */
  async markUnreadable(id: string): Promise<boolean> {
    const open = { id, state: 'asked' as const, unreadableAt: IsNull() };
    const { affected } = await this.transactions.manager.update(MeansCheck, open, { unreadableAt: this.clock.now() });
    return affected === 1;
  }

  foundIn({ id, found }: MeansCheck): readonly PersonFigure[] | undefined {
    return found ? this.sealing.openJson<readonly PersonFigure[]>(labelIn(meansFound, id), found) : undefined;
  }
}
