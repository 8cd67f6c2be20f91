import { OVER } from '@jinmen/shared/applications/case-machine';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditEntry } from '../../../platform/audit/audit';
import { ApplicationNotices } from '../applications/application-notices.service';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { CasesRepository, type NewHop, type OpenedCase } from '../cases/cases.repository';
import { CaseDues } from '../clocks/case-dues.service';

/** A case that came to another office, and who says so. */
export interface Move {
  /** The same however often it is told. */
  readonly id: string;
  readonly hop: NewHop;
  readonly actor: AuditEntry['actor'];
}

/** The one place where a case changes hands. Its clocks go on: who it lies with is nobody's excuse. */
@Injectable()
export class CaseMoves {
  constructor(
    private readonly cases: CasesRepository,
    private readonly applications: ApplicationsRepository,
    private readonly dues: CaseDues,
    private readonly notices: ApplicationNotices,
    private readonly audit: Audit,
  ) {}

  /**
   * Inside a transaction that has locked the application. False when the case is over, is there already, or this was
   * told before.
   */
  async move(application: OpenedApplication, opened: OpenedCase, { id, hop, actor }: Move): Promise<boolean> {
    const { row, file } = opened;
    if (OVER.includes(file.state) || row.officeCode === hop.office.code) return false;
    if (!(await this.cases.addHop(opened, id, hop))) return false;
    await this.applications.touch(row.applicationId);
    await this.dues.follow(row);
    await this.audit.record({
      action: 'relief-case.moved',
      actor,
      object: `relief-case:${row.id}`,
      reason: hop.why,
      facts: { from: row.officeCode, to: hop.office.code },
    });
    await this.notices.post(application.row, 'application-progress');
    return true;
  }
}
