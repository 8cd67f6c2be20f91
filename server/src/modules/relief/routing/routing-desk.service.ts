import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { type CaseAtOffice, type DistrictDecision, ReliefRouting, type RouteWish } from '../relief-routing.port';
import { CasesAtDesk } from './cases-at-desk.service';
import { Delegations } from './delegations.service';
import { RouteChanges } from './route-changes.service';
import { SendingOn } from './sending-on.service';

/** All of 一城通办 that people at `/staff` look after, behind one port. */
@Injectable()
export class RoutingDesk extends ReliefRouting {
  constructor(
    private readonly changes: RouteChanges,
    private readonly delegations: Delegations,
    private readonly atDesk: CasesAtDesk,
    private readonly sending: SendingOn,
  ) {
    super();
  }

  preview(wish: RouteWish) {
    return this.changes.preview(wish);
  }

  change(wish: RouteWish, by: string, reason: string) {
    return this.changes.change(wish, by, reason);
  }

  undo(batch: string, by: string, reason: string) {
    return this.changes.undo(batch, by, reason);
  }

  latest() {
    return this.changes.latest();
  }

  decisions() {
    return this.delegations.list();
  }

  setDecision(district: string, decides: DistrictDecision['decides'], from: CivilDate, by: string, reason: string) {
    return this.delegations.set(district, decides, from, by, reason);
  }

  casesOf(receiptNumber: string, offices: readonly string[] | 'all'): Promise<readonly CaseAtOffice[]> {
    return this.atDesk.ofReceipt(receiptNumber, offices);
  }

  sendOn(
    caseId: string,
    office: string,
    staff: { readonly id: string; readonly offices: readonly string[] | 'all' },
    reason: string,
  ): Promise<void> {
    return this.sending.on(caseId, office, staff, reason);
  }
}
