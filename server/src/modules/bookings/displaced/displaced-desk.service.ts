import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import { CallList } from '../../notices/call-list.port';
import type { BookingRole } from '../booking-party.entity';
import { BookingsRepository } from '../bookings.repository';
import { DisplacedRepository } from './displaced.repository';
import { DisplacedDesk, type DisplacedView, type StaffDisplaced } from './displaced-desk.port';
import { DisplacedViews } from './displaced-views.service';

const MOST_SHOWN = 200;

@Injectable()
export class DisplacedDeskService extends DisplacedDesk {
  constructor(
    private readonly displaced: DisplacedRepository,
    private readonly bookings: BookingsRepository,
    private readonly views: DisplacedViews,
    private readonly calls: CallList,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {
    super();
  }

  async list(staffId: string): Promise<DisplacedView> {
    const found = await this.displaced.waiting(MOST_SHOWN + 1);
    const items: StaffDisplaced[] = [];
    for (const each of found.slice(0, MOST_SHOWN)) items.push(...(await this.views.of(each)));
    const actor = { kind: 'staff', id: staffId } as const;
    const facts = { rows: items.length };
    const shown = items.map(({ id }) => `booking:${id}`);
    await this.transactions.run(() => this.audit.record({ action: 'displaced.read', actor, facts, shown }));
    return { items, more: found.length > MOST_SHOWN };
  }

  showNumber(staffId: string, id: string, role: BookingRole): Promise<string> {
    return this.transactions.run(async () => {
      const waits = await this.displaced.isWaiting(id);
      const opened = waits ? await this.bookings.find(id) : undefined;
      const party = opened?.parties.find(({ row }) => row.role === role);
      if (party?.phone === undefined) throw problems.notFound();
      await this.calls.countLook(staffId);
      const actor = { kind: 'staff', id: staffId } as const;
      const { personId: person } = party.row;
      await this.audit.record({ action: 'displaced.number-shown', actor, object: `booking:${id}`, person });
      return party.phone;
    });
  }
}
