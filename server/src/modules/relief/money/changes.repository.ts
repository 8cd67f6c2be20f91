import { randomUUID } from 'node:crypto';
import type { ChangeKind, ChangeView } from '@jinmen/shared/applications/changes';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { changeContent, ReportedChange } from './reported-change.entity';

/** What was told beside its kind. */
export interface ChangeContent {
  readonly on?: CivilDate;
  readonly text?: string;
}

/** All SQL about changes of circumstances. */
@Injectable()
export class ChangesRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async add(applicationId: string, kind: ChangeKind, content: ChangeContent): Promise<ChangeView> {
    const id = randomUUID();
    const at = this.clock.now();
    const sealed = this.sealing.sealJson(labelIn(changeContent, id), content);
    await this.transactions.manager.insert(ReportedChange, { id, applicationId, kind, at, content: sealed });
    return { id, kind, at: at.toISOString(), ...content };
  }

  /** Oldest first. */
  async of(applicationId: string): Promise<readonly ChangeView[]> {
    const order = { at: 'ASC', id: 'ASC' } as const;
    const rows = await this.transactions.manager.find(ReportedChange, { where: { applicationId }, order });
    return rows.map(({ id, kind, at, content }) => ({
      id,
      kind,
      at: at.toISOString(),
      ...this.sealing.openJson<ChangeContent>(labelIn(changeContent, id), content),
    }));
  }

  countSince(applicationId: string, since: Date): Promise<number> {
    return this.transactions.manager.countBy(ReportedChange, { applicationId, at: MoreThan(since) });
  }

  async tellsOfADeath(applicationId: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(ReportedChange, { applicationId, kind: 'death' })) > 0;
  }
}
