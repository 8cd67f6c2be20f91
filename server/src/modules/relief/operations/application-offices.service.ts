import { Injectable } from '@nestjs/common';
import { type ApplicationOffice, ApplicationOffices } from '../application-offices.port';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CasesRepository } from '../cases/cases.repository';
import { ApplicationAccess } from '../whom/application-access.service';

@Injectable()
export class ApplicationOfficesService extends ApplicationOffices {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly access: ApplicationAccess,
  ) {
    super();
  }

  async findOf(accountId: string, applicationId: string): Promise<ApplicationOffice | undefined> {
    if (!(await this.access.isTheirs(accountId, applicationId))) return undefined;
    const found = await this.applications.find(applicationId);
    if (!found || found.row.receiptNumber === null) return undefined;
    const [first] = await this.cases.casesOf(applicationId);
    return { receiptNumber: found.row.receiptNumber, ...(first && { office: first.row.officeCode }) };
  }
}
