import type { ComplaintView } from '@jinmen/shared/complaints/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { StaffApart } from '../../platform/audit/staff-apart.port';
import { Transactions } from '../../platform/database/transactions';
import { problems } from '../../platform/http/problem';
import { inTurns } from '../../platform/in-turns';
import { numbersMasked } from '../../platform/masking';
import { CallList } from '../notices/call-list.port';
import { ComplaintClock } from './complaint-clock.service';
import { complaintView } from './complaint-views';
import type { StaffComplaint } from './complaints.port';
import { ComplaintsRepository, type OpenedComplaint } from './complaints.repository';

/** What a colleague reads of complaints; see `ComplaintDesk`. */
@Injectable()
export class ComplaintLooks {
  constructor(
    private readonly complaints: ComplaintsRepository,
    private readonly apart: StaffApart,
    private readonly calls: CallList,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly due: ComplaintClock,
  ) {}

  async list(offices: readonly string[] | 'all', staffId: string): Promise<readonly StaffComplaint[]> {
    const actor = { kind: 'staff', id: staffId } as const;
    const near = await this.apart.accountsNear(staffId);
    const found = (await this.complaints.ofOffices(offices)).filter(({ row }) => !near.has(row.accountId));
    const shown = found.map(({ row }) => `complaint:${row.id}`);
    await this.transactions.run(() => this.audit.record({ action: 'complaints.read', actor, shown }));
    const reading = await this.due.reading();
    return inTurns(found, (opened) => listed(opened, complaintView(opened, reading)));
  }

  showText(offices: readonly string[] | 'all', staffId: string, id: string): Promise<string> {
    return this.transactions.run(async () => {
      const found = await this.complaints.find(id);
      if (!found || !isOf(offices, found.row.officeCode)) throw problems.notFound();
      const { numbers } = numbersMasked(found.text);
      await this.calls.countLook(staffId, { numbers });
      const actor = { kind: 'staff', id: staffId } as const;
      await this.audit.record({ action: 'complaint.text-shown', actor, object: `complaint:${id}`, facts: { numbers } });
      return found.text;
    });
  }
}

function listed({ row }: OpenedComplaint, view: Omit<ComplaintView, 'application'>): StaffComplaint {
  const { text, numbers } = numbersMasked(view.text);
  return {
    ...view,
    text,
    ...(view.answer && { answer: { ...view.answer, text: numbersMasked(view.answer.text).text } }),
    ...(row.officeCode !== null && { office: row.officeCode }),
    ...(numbers > 0 && { numbersMasked: numbers }),
  };
}

/** Whether a complaint about that office, or about none, is theirs to look after. */
export function isOf(offices: readonly string[] | 'all', office: string | null): boolean {
  return offices === 'all' || (office !== null && offices.includes(office));
}
