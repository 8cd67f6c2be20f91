import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Subject } from '../applications/subjects.service';
import { ReliefOutcomes } from '../clocks/relief-outcomes';

/** Which application was handed in, for whom, and whose tap it was. */
export interface HandedIn {
  readonly id: string;
  readonly subject: Subject;
  readonly accountId: string;
}

/** What is on record and counted of handing in, in its transaction. */
@Injectable()
export class HandInRecords {
  constructor(
    private readonly audit: Audit,
    private readonly outcomes: ReliefOutcomes,
  ) {}

  filed(what: HandedIn, bureau: string, programmes: readonly string[]): Promise<void> {
    return this.record(what, 'relief-case.filed', { bureau, programmes: programmes.join(' ') });
  }

  async submitted(what: HandedIn, programmes: readonly string[], cases: number): Promise<void> {
    await this.record(what, 'relief-application.submitted', { cases });
    this.outcomes.handedIn(programmes);
  }

  private record(
    { id, subject, accountId }: HandedIn,
    action: string,
    facts: Record<string, string | number>,
  ): Promise<void> {
    const { personId } = subject.person;
    return this.audit.record({
      action,
      actor: { kind: 'resident', id: accountId },
      ...(personId && { person: personId }),
      object: `relief-application:${id}`,
      facts,
    });
  }
}
