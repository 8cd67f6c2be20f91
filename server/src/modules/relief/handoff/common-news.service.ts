import { Injectable } from '@nestjs/common';
import type { CommonEvent } from '../../../bureaus/common-messages/common-messages.port';
import { Audit } from '../../../platform/audit/audit';
import type { BureauCode } from '../../../platform/config/bureau-address';
import type { CallbackOutcome } from '../../../platform/inbox/callback-handler';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { CaseMatters } from './case-matters';

/** Hands what a bureau says in common words to whoever takes it, and keeps it with the case. */
@Injectable()
export class CommonNews {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly matters: CaseMatters,
    private readonly audit: Audit,
  ) {}

  /** In the transaction that records the callback. A case of another bureau is as unknown as one nobody has. */
  async take(
    bureau: BureauCode,
    { id, at, event }: { readonly id: string; readonly at: Date; readonly event: CommonEvent },
  ): Promise<CallbackOutcome> {
    const known = await this.cases.applicationOf(event.caseNo);
    if (known?.bureau !== bureau) return 'not-applicable';
    const application = await this.applications.getForUpdate(known.applicationId);
    const opened = (await this.cases.casesForUpdate(known.applicationId)).find(({ row }) => row.id === event.caseNo);
    if (!opened || opened.file.applied.includes(id)) return 'not-applicable';
    const outcome = await this.matters.of(event.kind).take({ application, opened, event, id, at });
    if (outcome !== 'too-early') await this.keep(opened, { id, at, event }, outcome === 'applied');
    return outcome;
  }

  private async keep(
    { row }: OpenedCase,
    { id, at, event }: { readonly id: string; readonly at: Date; readonly event: CommonEvent },
    applied: boolean,
  ): Promise<void> {
    const { kind, caseNo, ...detail } = event;
    await this.cases.addEvent({
      caseId: caseNo,
      eventId: id,
      at,
      kind,
      source: 'bureau',
      detail,
      ...(!applied && { whyNot: 'not-applicable' }),
    });
    if (applied) await this.applications.touch(row.applicationId);
    const actor = { kind: 'bureau', id: row.bureau } as const;
    const facts = { kind, applied };
    await this.audit.record({ action: 'relief-case.told', actor, object: `relief-case:${caseNo}`, facts });
  }
}
