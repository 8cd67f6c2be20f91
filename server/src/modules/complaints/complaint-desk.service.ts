import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { Problem, problems } from '../../platform/http/problem';
import { Notices } from '../notices/notices.port';
import { complaintView } from './complaint-views';
import { complaintWords } from './complaint-words';
import { ComplaintDesk, type SaidAnswer, type StaffComplaint } from './complaints.port';
import { ComplaintsRepository } from './complaints.repository';

@Injectable()
export class ComplaintDeskService extends ComplaintDesk {
  constructor(
    private readonly complaints: ComplaintsRepository,
    private readonly notices: Notices,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    super();
  }

  async list(offices: readonly string[] | 'all', staffId: string): Promise<readonly StaffComplaint[]> {
    const actor = { kind: 'staff', id: staffId } as const;
    const found = await this.complaints.ofOffices(offices);
    const shown = found.map(({ row }) => `complaint:${row.id}`);
    await this.transactions.run(() => this.audit.record({ action: 'complaints.read', actor, shown }));
    const days = this.config.complaintAnswerWorkingDays;
    const today = this.clock.today();
    return found.map((opened) => ({
      ...complaintView(opened, days, today),
      ...(opened.row.officeCode !== null && { office: opened.row.officeCode }),
    }));
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

function isOf(offices: readonly string[] | 'all', office: string | null): boolean {
  return offices === 'all' || (office !== null && offices.includes(office));
}
