import type { ChangeRoutesDto, RouteWishDto, SetDelegationDto } from '@jinmen/shared/dto/staff.dto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import type { Staff } from '../../platform/auth/current';
import { Transactions } from '../../platform/database/transactions';
import { type CaseAtOffice, ReliefRouting } from '../relief/relief-routing.port';
import { officesOf } from './staff-view';

/** Where applications and cases go, for the people who look after it. A look at people's cases is a record. */
@Injectable()
export class RoutingOperations {
  constructor(
    private readonly routing: ReliefRouting,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  latest() {
    return this.routing.latest();
  }

  preview(wish: RouteWishDto) {
    return this.routing.preview(wish);
  }

  change({ staffId }: Staff, { reason, ...wish }: ChangeRoutesDto) {
    return this.routing.change(wish, staffId, reason.trim());
  }

  undo({ staffId }: Staff, batch: string, reason: string) {
    return this.routing.undo(batch, staffId, reason.trim());
  }

  decisions() {
    return this.routing.decisions();
  }

  setDecision({ staffId }: Staff, district: string, { decides, from, reason }: SetDelegationDto): Promise<void> {
    return this.routing.setDecision(district, decides, from, staffId, reason.trim());
  }

  async casesOf(staff: Staff, receipt: string): Promise<readonly CaseAtOffice[]> {
    const items = await this.routing.casesOf(receipt.trim(), officesOf(staff));
    const actor = { kind: 'staff', id: staff.staffId } as const;
    const facts = { rows: items.length };
    // one receipt is one family's: whoever it is about finds the look, and nobody looks up their own
    const [first] = items;
    const object = first && { object: `relief-case:${first.caseId}` };
    await this.transactions.run(() => this.audit.record({ action: 'cases.looked-up', actor, facts, ...object }));
    return items;
  }

  sendOn(staff: Staff, caseId: string, office: string, reason: string): Promise<void> {
    return this.routing.sendOn(caseId, office, { id: staff.staffId, offices: officesOf(staff) }, reason.trim());
  }
}
