import { isDeepStrictEqual } from 'node:util';
import type { CaseWord } from '@jinmen/shared/applications/case-file';
import { Injectable } from '@nestjs/common';
import type { BureauEvent } from '../../../bureaus/relief-bureau.port';
import { Audit } from '../../../platform/audit/audit';
import type { BureauCode } from '../../../platform/config/bureau-address';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { OutboxHealth } from '../../../platform/outbox/dead-letters.port';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CaseEvents } from '../cases/case-events.service';
import { CasesRepository, type Decision, type OpenedCase } from '../cases/cases.repository';
import { DisputesRepository } from '../refusals/disputes.repository';
import { FollowUps } from './follow-ups.service';

export interface News {
  /** The bureau's id of the event. */
  readonly id: string;
  readonly at: Date;
  readonly event: BureauEvent;
}

/** Applies what a bureau says to its case, and does what follows from it. */
@Injectable()
export class CaseNews {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly events: CaseEvents,
    private readonly followUps: FollowUps,
    private readonly health: OutboxHealth,
    private readonly disputes: DisputesRepository,
    private readonly audit: Audit,
  ) {}

  /** Nobody here knows what the bureau said of the case: whoever looks after it must ask. */
  async leaveToAPerson(bureau: BureauCode, id: string, caseNo: string): Promise<void> {
    const known = await this.cases.applicationOf(caseNo);
    if (known?.bureau !== bureau) return;
    await this.applications.getForUpdate(known.applicationId);
    const opened = (await this.cases.casesForUpdate(known.applicationId)).find(({ row }) => row.id === caseNo);
    const kind = 'news-unreadable';
    if (opened) await this.events.note(opened, { id: `${kind}:${id}`, kind, detail: {} });
  }

  /**
   * In the transaction that records the callback. A case of another bureau is as unknown as one nobody has. Papers that
   * arrive before anybody asked for them are too early: the word that asks for them is still on its way. So is a
   * decision on what was taken back, as long as nobody knows whether the bureau gave it back, and another decision on
   * what was refused and disputed: the word that reopens it is still on its way.
   */
  async take(bureau: BureauCode, { id, at, event }: News): Promise<CallbackOutcome> {
    const known = await this.cases.applicationOf(event.caseNo);
    if (known?.bureau !== bureau) return 'not-applicable';
    const application = await this.applications.getForUpdate(known.applicationId);
    const opened = (await this.cases.casesForUpdate(known.applicationId)).find(({ row }) => row.id === event.caseNo);
    if (!opened) return 'not-applicable';
    if (event.kind === 'papers-received' && !opened.file.papers) return 'too-early';
    const takenBack = isTakenBack(opened, event);
    if (await this.isBeforeReopening(opened, event)) return 'too-early';
    if (takenBack && (await this.health.waiting(bureau, event.caseNo)).count > 0) return 'too-early';
    const stands = takenBack && (await this.cases.hasNote(event.caseNo, NOT_TAKEN_BACK));
    const decision = event.kind === 'decided' ? decisionOf(event) : undefined;
    const more = { ...(decision && { decision }), ...('on' in event && { on: event.on }) };
    const effect = await this.events.happen(opened, { id, at, source: 'bureau', word: wordOf(event, stands), ...more });
    const facts = { kind: event.kind, applied: effect.applied };
    const object = `relief-case:${opened.row.id}`;
    await this.audit.record({ action: 'relief-case.told', actor: { kind: 'bureau', id: bureau }, object, facts });
    if (!effect.applied) return 'not-applicable';
    await this.followUps.of(event, application);
    return 'applied';
  }

  private async isBeforeReopening({ items, file, row }: OpenedCase, event: BureauEvent): Promise<boolean> {
    if (event.kind !== 'decided') return false;
    const refused = file.items.some(({ programme, state }) => programme === event.programme && state === 'refused');
    const stands = items.find(({ programme }) => programme === event.programme)?.decision;
    if (!refused || isDeepStrictEqual(stands, decisionOf(event))) return false;
    return this.disputes.anyAbout(row.id);
  }
}

/** A bureau that had decided, or was never told, gave nothing back. */
const NOT_TAKEN_BACK = ['withdrawal-rejected', 'withdrawal-skipped'] as const;

function isTakenBack({ file }: OpenedCase, event: BureauEvent): boolean {
  if (event.kind !== 'decided') return false;
  return file.items.some(({ programme, state }) => programme === event.programme && state === 'withdrawn');
}

function wordOf(event: BureauEvent, notTakenBack: boolean): CaseWord {
  switch (event.kind) {
    case 'accepted':
    case 'visited':
      return { kind: event.kind };
    case 'papers-requested':
      return { kind: event.kind, papers: event.papers, by: event.by };
    case 'papers-received':
      return { kind: event.kind, papers: event.papers };
    case 'publicised':
      return { kind: event.kind, from: event.from, until: event.until };
    case 'decided':
      return {
        kind: event.kind,
        programme: event.programme,
        outcome: event.outcome,
        ...(notTakenBack && { notTakenBack }),
      };
  }
}

function decisionOf({ outcome, on, amount, from, clause }: Extract<BureauEvent, { kind: 'decided' }>): Decision {
  return { outcome, on, ...(amount && { amount }), ...(from && { from }), ...(clause && { clause }) };
}
