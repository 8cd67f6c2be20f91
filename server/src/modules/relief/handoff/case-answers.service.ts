import { Injectable } from '@nestjs/common';
import type { FinalAnswer } from '../../../platform/bureau-http/bureau-answer';
import type { OutboxMessage } from '../../../platform/outbox/outbox-handler';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CaseEvents } from '../cases/case-events.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';

/** What a bureau's answer to one of our messages means for its case. A message's order is its case. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly events: CaseEvents,
  ) {}

  /** 200 and 202 alike: it has the case. A refusal of the paper is nobody's 不符合; the resident sees that we ask. */
  async toFiling(message: OutboxMessage, answer: FinalAnswer): Promise<void> {
    if (answer.kind === 'rejected') return this.toMore(message, answer, 'filing-rejected');
    const opened = await this.caseOf(message);
    if (!opened) return;
    await this.events.happen(opened, {
      id: `registered:${message.id}`,
      source: 'system',
      word: { kind: 'registered' },
    });
  }

  /** Of a later word: only a refusal is worth a note. `more` is kept with it. */
  async toMore(message: OutboxMessage, answer: FinalAnswer, note: string, more: object = {}): Promise<void> {
    if (answer.kind !== 'rejected') return;
    const opened = await this.caseOf(message);
    const { code, words = '' } = answer;
    const detail = { code, words, ...more };
    if (opened) await this.events.note(opened, { id: `${note}:${message.id}`, kind: note, detail });
  }

  /** There will be none: a person gave the message up. */
  async none(message: Omit<OutboxMessage, 'payload'>, note: string): Promise<void> {
    const opened = await this.caseOf(message);
    if (opened) await this.events.note(opened, { id: `${note}:${message.id}`, kind: note, detail: {} });
  }

  private async caseOf({ order }: Pick<OutboxMessage, 'order'>): Promise<OpenedCase | undefined> {
    const known = await this.cases.applicationOf(order);
    if (!known) return undefined;
    await this.applications.getForUpdate(known.applicationId);
    return (await this.cases.casesForUpdate(known.applicationId)).find(({ row }) => row.id === order);
  }
}
