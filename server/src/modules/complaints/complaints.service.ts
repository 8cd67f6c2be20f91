import type { ComplaintKind, ComplaintView } from '@jinmen/shared/complaints/views';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../platform/auth/current';
import { type Page, type PageRequest, pageOf } from '../../platform/http/page';
import { type Problem, problems } from '../../platform/http/problem';
import { ApplicationOffices } from '../relief/application-offices.port';
import { ComplaintClock, type ComplaintReading } from './complaint-clock.service';
import { ComplaintLimits } from './complaint-limits.service';
import { complaintNumber } from './complaint-number';
import { complaintView } from './complaint-views';
import { complaintWords } from './complaint-words';
import { ComplaintsRepository, type OpenedComplaint } from './complaints.repository';

export interface SaidComplaint {
  readonly kind: ComplaintKind;
  readonly text: string;
  readonly application?: string;
}

/** What residents complain of or suggest, and what they are answered. */
@Injectable()
export class Complaints {
  constructor(
    private readonly complaints: ComplaintsRepository,
    private readonly offices: ApplicationOffices,
    private readonly limits: ComplaintLimits,
    private readonly due: ComplaintClock,
  ) {}

  /**
   * Inside the transaction of its idempotency key.
   * @throws Problem 429 `complaint.too-many`, 400 for an application that is not theirs.
   */
  async take({ accountId }: Resident, { kind, text, application }: SaidComplaint): Promise<ComplaintView> {
    await this.limits.count(accountId);
    const about = application === undefined ? undefined : await this.offices.findOf(accountId, application);
    if (application !== undefined && !about) throw noApplication();
    const reading = await this.due.reading();
    const added = await this.complaints.add({
      accountId,
      number: complaintNumber(reading.today),
      kind,
      text: text.trim(),
      dueOn: reading.calendar.addWorkingDays(reading.today, reading.days).on,
      ...(application !== undefined && { applicationId: application }),
      ...(about?.office !== undefined && { office: about.office }),
    });
    return this.view(added, reading);
  }

  async find(id: string): Promise<ComplaintView> {
    const found = await this.complaints.find(id);
    if (!found) throw problems.notFound();
    return this.view(found, await this.due.reading());
  }

  async list({ accountId }: Resident, page: PageRequest): Promise<Page<ComplaintView>> {
    const found = await this.complaints.list(accountId, page);
    const place = ({ row }: OpenedComplaint) => ({ at: row.createdAt, id: row.id });
    const { items, ...more } = pageOf(found, page.limit, place, (opened) => opened);
    const reading = await this.due.reading();
    return { items: await Promise.all(items.map((opened) => this.view(opened, reading))), ...more };
  }

  private async view(opened: OpenedComplaint, reading: ComplaintReading): Promise<ComplaintView> {
    const { accountId, applicationId } = opened.row;
    const about = applicationId === null ? undefined : await this.offices.findOf(accountId, applicationId);
    return {
      ...complaintView(opened, reading),
      ...(about &&
        applicationId !== null && { application: { id: applicationId, receiptNumber: about.receiptNumber } }),
    };
  }
}

function noApplication(): Problem {
  const message = complaintWords.noApplication;
  return problems.invalid([{ field: 'application', code: 'complaint.no-application', message }]);
}
