import { OVER } from '@jinmen/shared/applications/case-machine';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { maskedName } from '../../../platform/masking';
import { Application } from '../applications/application.entity';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import type { CaseAtOffice } from '../relief-routing.port';
import { CasePlaces } from './case-places.service';

/** Finds cases for whoever looks after them: by what stands on the resident's receipt, or to change one. */
@Injectable()
export class CasesAtDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly subjects: Subjects,
    private readonly places: CasePlaces,
    private readonly routes: Routes,
  ) {}

  async ofReceipt(receiptNumber: string, offices: readonly string[] | 'all'): Promise<readonly CaseAtOffice[]> {
    const row = await this.transactions.manager.findOneBy(Application, { receiptNumber });
    if (!row) return [];
    const subject = await this.subjects.of(row);
    const cases = (await this.cases.casesOf(row.id)).filter((opened) => isOf(opened, offices));
    const views = cases.map(async (opened) => ({
      caseId: opened.row.id,
      bureau: opened.row.bureau,
      holder: this.routes.holderOf(opened),
      applicant: subject ? maskedName(subject.person.name) : '',
      path: (await this.places.of(opened)).path ?? [],
      over: OVER.includes(opened.file.state),
    }));
    return Promise.all(views);
  }

  /** A case with its application locked; none for a number nobody gave out. Inside a transaction. */
  async lock(caseId: string): Promise<{ application: OpenedApplication; opened: OpenedCase } | undefined> {
    const known = await this.cases.applicationOf(caseId);
    if (!known) return undefined;
    const application = await this.applications.getForUpdate(known.applicationId);
    const opened = (await this.cases.casesForUpdate(known.applicationId)).find(({ row }) => row.id === caseId);
    return opened && { application, opened };
  }
}

export function isOf({ row }: OpenedCase, offices: readonly string[] | 'all'): boolean {
  return offices === 'all' || offices.includes(row.officeCode);
}
