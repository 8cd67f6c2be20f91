import { Injectable } from '@nestjs/common';
import { type ApplicationOffice, ApplicationOffices } from '../application-offices.port';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CasesRepository } from '../cases/cases.repository';

@Injectable()
export class ApplicationOfficesService extends ApplicationOffices {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
  ) {
    super();
  }

  async findOf(accountId: string, applicationId: string): Promise<ApplicationOffice | undefined> {
    const found = await this.applications.find(applicationId);
    if (found?.row.accountId !== accountId || found.row.receiptNumber === null) return undefined;
    const [first] = await this.cases.casesOf(applicationId);
    return { receiptNumber: found.row.receiptNumber, ...(first && { office: first.row.officeCode }) };
  }
}
