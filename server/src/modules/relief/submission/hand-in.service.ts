import type { Filing } from '@jinmen/shared/applications/filing';
import { factsIn } from '@jinmen/shared/applications/form';
import { officeStreetOf } from '@jinmen/shared/applications/hukou';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { Evaluations } from '../applications/evaluations.service';
import type { Subject } from '../applications/subjects.service';
import { CasesRepository } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { Dispatch } from '../handoff/dispatch';
import { HandInRecords } from './hand-in-records.service';
import { receiptNumber } from './receipt-number';

/** Writes what handing in means: one case and one message for each bureau, and who got what. */
@Injectable()
export class HandIn {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly routes: Routes,
    private readonly evaluations: Evaluations,
    private readonly dispatch: Dispatch,
    private readonly records: HandInRecords,
    private readonly clock: Clock,
  ) {}

  /** Inside one transaction, with the application locked and everything checked. `accountId`: whose tap it was. */
  async all(
    opened: OpenedApplication,
    bureaus: ReadonlyMap<string, readonly Filing[]>,
    subject: Subject,
    accountId: string,
  ): Promise<OpenedApplication> {
    const { row, draft } = opened;
    const handedIn = { id: row.id, subject, accountId };
    const submitted = await this.applications.write(opened, {
      state: 'open',
      version: row.version + 1,
      submittedAt: this.clock.now(),
      receiptNumber: receiptNumber(this.clock.today()),
    });
    const programmes = [...bureaus.values()].flat().map(({ programme }) => programme);
    await this.evaluations.keep(row.id, programmes, factsIn(draft.values));
    for (const [bureau, filings] of bureaus) {
      const together = catalogue.filter(({ code }) => filings.some(({ programme }) => programme === code));
      const office = await this.routes.officeFor(officeStreetOf(together, draft.values));
      const made = await this.cases.create(row.id, bureau, office.code, filings);
      const atOnce = filings.filter(({ held }) => held.length === 0).map(({ programme }) => programme);
      if (atOnce.length > 0) await this.dispatch.fileCase(submitted, made, atOnce);
      await this.records.filed(handedIn, bureau, atOnce);
    }
    await this.records.submitted(handedIn, programmes, bureaus.size);
    return submitted;
  }
}
