import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Transactions } from '../../platform/database/transactions';
import { Problem, problems } from '../../platform/http/problem';
import { Notices } from '../notices/notices.port';
import { ComplaintLooks, isOf } from './complaint-looks.service';
import { complaintWords } from './complaint-words';
import { ComplaintDesk, type ComplaintWish, type SaidAnswer, type StaffComplaints } from './complaints.port';
import { ComplaintsRepository } from './complaints.repository';

@Injectable()
export class ComplaintDeskService extends ComplaintDesk {
  constructor(
    private readonly looks: ComplaintLooks,
    private readonly complaints: ComplaintsRepository,
    private readonly notices: Notices,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  list(offices: readonly string[] | 'all', staffId: string, wish?: ComplaintWish): Promise<StaffComplaints> {
    return this.looks.list(offices, staffId, wish);
  }

  showText(offices: readonly string[] | 'all', staffId: string, id: string): Promise<string> {
    return this.looks.showText(offices, staffId, id);
  }

  async answer(
    offices: readonly string[] | 'all',
    staffId: string,
    id: string,
    { text, reason }: SaidAnswer,
  ): Promise<void> {
    await this.transactions.run(async () => {
      const found = await this.complaints.find(id);
      if (!found || !isOf(offices, found.row.officeCode)) throw problems.notFound();
      if (!(await this.complaints.answer(id, text.trim())))
        throw new Problem(409, 'complaint.answered', complaintWords.answered);
      const { accountId } = found.row;
      await this.notices.post({ accountId, topic: 'complaint', about: { kind: 'complaint', id } });
      await this.audit.record({
        action: 'complaint.answered',
        actor: { kind: 'staff', id: staffId },
        object: `complaint:${id}`,
        reason: reason.trim(),
      });
    });
  }
}
