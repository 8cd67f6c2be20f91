import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import type { Staff } from '../../platform/auth/current';
import { Transactions } from '../../platform/database/transactions';
import { type OverdueCase, ReliefOperations, type ReliefRoute, type StuckCase } from '../relief/relief-operations.port';
import { UnsignedAdults, type UnsignedList } from '../relief/unsigned.port';
import { officesOf } from './staff-view';

/** Cases that stand too long, and where applications go. A look at people's cases is a record. */
@Injectable()
export class ReliefDesk {
  constructor(
    private readonly relief: ReliefOperations,
    private readonly adults: UnsignedAdults,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async overdue(staff: Staff): Promise<readonly OverdueCase[]> {
    const items = await this.relief.overdue(officesOf(staff));
    await this.recordRead(staff, 'overdue-cases.read', items);
    return items;
  }

  async stuck(staff: Staff): Promise<readonly StuckCase[]> {
    const items = await this.relief.stuck(officesOf(staff));
    await this.recordRead(staff, 'stuck-cases.read', items, ({ inConfidence }) => !inConfidence);
    return items;
  }

  async unsigned(staff: Staff): Promise<UnsignedList> {
    const found = await this.adults.list(officesOf(staff));
    await this.recordRead(staff, 'unsigned-adults.read', found.items, ({ signedToApplicant }) => !signedToApplicant);
    return found;
  }

  routes(): Promise<readonly ReliefRoute[]> {
    return this.relief.routes();
  }

  setRoute({ staffId }: Staff, street: string, office: string, reason: string): Promise<void> {
    return this.relief.setRoute(street, office, staffId, reason.trim());
  }

  /** `toldTo`: whether whoever applied may read that their case stood there. */
  private recordRead<Item extends { readonly caseId: string }>(
    staff: Staff,
    action: string,
    items: readonly Item[],
    toldTo: (item: Item) => boolean = () => true,
  ): Promise<void> {
    const actor = { kind: 'staff', id: staff.staffId } as const;
    const shown = items.filter(toldTo).map(({ caseId }) => `relief-case:${caseId}`);
    return this.transactions.run(() => this.audit.record({ action, actor, facts: { rows: items.length }, shown }));
  }
}
