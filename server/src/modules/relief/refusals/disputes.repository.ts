import { randomUUID } from 'node:crypto';
import type { HandedInAppeal, ToldAppeal } from '@jinmen/shared/applications/appeal';
import type { DisputeView } from '@jinmen/shared/applications/dispute';
import type { FoundFact } from '@jinmen/shared/applications/views';
import type { FactName } from '@jinmen/shared/facts/facts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { Appeal } from './appeal.entity';
import { Dispute, disputeContent } from './dispute.entity';

/** What was said of a figure, and what was answered, as it is kept. */
export interface DisputeContent extends Pick<DisputeView, 'says' | 'value' | 'why' | 'found'> {
  readonly fact: FactName;
  readonly answer?: NonNullable<DisputeView['answer']>;
}

export interface OpenedDispute {
  readonly row: Readonly<Dispute>;
  readonly content: DisputeContent;
}

/** All SQL about disputes and appeals. Whoever writes has locked the application before. */
@Injectable()
export class DisputesRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async add(applicationId: string, caseId: string, content: DisputeContent): Promise<OpenedDispute> {
    const id = randomUUID();
    const sealed = this.sealing.sealJson(labelIn(disputeContent, id), content);
    const position = await this.transactions.manager.countBy(Dispute, { applicationId });
    const saidAt = this.clock.now();
    const row: Dispute = { id, applicationId, caseId, state: 'open', saidAt, position, content: sealed };
    await this.transactions.manager.insert(Dispute, row);
    return { row, content };
  }

  async answer(
    { row: { id }, content }: OpenedDispute,
    state: 'corrected' | 'stays',
    answer: DisputeContent['answer'],
  ) {
    const sealed = this.sealing.sealJson(labelIn(disputeContent, id), { ...content, answer });
    await this.transactions.manager.update(Dispute, { id }, { state, content: sealed });
  }

  /** Oldest first. */
  async of(applicationId: string): Promise<readonly OpenedDispute[]> {
    const order = { saidAt: 'ASC', position: 'ASC' } as const;
    const rows = await this.transactions.manager.find(Dispute, { where: { applicationId }, order });
    return rows.map((row) => ({
      row,
      content: this.sealing.openJson<DisputeContent>(labelIn(disputeContent, row.id), row.content),
    }));
  }

  async anyAbout(caseId: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(Dispute, { caseId })) > 0;
  }

  /** What offices put right, the last word for each figure. */
  async corrections(applicationId: string): Promise<readonly FoundFact[]> {
    const corrected = (await this.of(applicationId)).flatMap(({ row, content: { fact, answer, found } }) => {
      if (row.state !== 'corrected' || answer?.value === undefined) return [];
      const from = answer.from ?? found.from;
      return [{ fact, value: answer.value, from, corrected: true } as const];
    });
    return [...new Map(corrected.map((each) => [each.fact, each])).values()];
  }

  async appeals(applicationId: string): Promise<readonly ToldAppeal[]> {
    const order = { saidAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.transactions.manager.find(Appeal, { where: { applicationId }, order });
    return rows.map(({ programme, kind, handedInOn, saidAt }) => ({
      programme,
      kind,
      on: handedInOn,
      saidAt: saidAt.toISOString(),
    }));
  }

  /** The day the resident names; another day said later takes its place. */
  async keepAppeal(applicationId: string, { programme, kind, on }: HandedInAppeal): Promise<void> {
    const { manager } = this.transactions;
    const changed = await manager.update(Appeal, { applicationId, programme, kind }, { handedInOn: on });
    if (changed.affected) return;
    const saidAt = this.clock.now();
    await manager.insert(Appeal, { id: randomUUID(), applicationId, programme, kind, handedInOn: on, saidAt });
  }
}
