import type { ComplaintView } from '@jinmen/shared/complaints/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { StaffApart } from '../../platform/audit/staff-apart.port';
import { Transactions } from '../../platform/database/transactions';
import { DEFAULT_LIMIT, MAX_LIMIT, type PageRequest, pageOf } from '../../platform/http/page';
import { problems } from '../../platform/http/problem';
import { inTurns } from '../../platform/in-turns';
import { numbersMasked } from '../../platform/masking';
import { CallList } from '../notices/call-list.port';
import { ComplaintClock } from './complaint-clock.service';
import { complaintView } from './complaint-views';
import type { ComplaintWish, StaffComplaint, StaffComplaints } from './complaints.port';
import { ComplaintsRepository, type OpenedComplaint, type Those } from './complaints.repository';

const AT_FIRST: readonly ComplaintWish[] = [
  { state: 'open', page: { limit: MAX_LIMIT } },
  { state: 'answered', page: { limit: DEFAULT_LIMIT } },
];

interface Part {
  readonly items: readonly OpenedComplaint[];
  readonly more: StaffComplaints['more'];
}

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

  async list(offices: readonly string[] | 'all', staffId: string, wish?: ComplaintWish): Promise<StaffComplaints> {
    const but = [...(await this.apart.accountsNear(staffId))];
    const parts: Part[] = [];
    for (const { state, page } of wish ? [wish] : AT_FIRST) parts.push(await this.part({ state, offices, but }, page));
    const found = parts.flatMap(({ items }) => items);
    const shown = found.map(({ row }) => `complaint:${row.id}`);
    const actor = { kind: 'staff', id: staffId } as const;
    await this.transactions.run(() => this.audit.record({ action: 'complaints.read', actor, shown }));
    const reading = await this.due.reading();
    const items = await inTurns(found, (opened) => listed(opened, complaintView(opened, reading)));
    return { items, more: parts.flatMap(({ more }) => more) };
  }

  private async part(those: Those, page: PageRequest): Promise<Part> {
    const place = ({ row }: OpenedComplaint) => ({ at: row.createdAt, id: row.id });
    const rows = await this.complaints.page({ ...those, ...page });
    const { items, nextCursor } = pageOf(rows, page.limit, place, (opened) => opened);
    const last = items.at(-1);
    if (nextCursor === undefined || last === undefined) return { items, more: [] };
    return {
      items,
      more: [{ state: those.state, nextCursor, left: await this.complaints.countBehind(those, place(last)) }],
    };
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
