import { addDays, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock';
import { Bookings } from '../../bookings/bookings.port';
import { CompanySeats } from './company-seats.service';
import { DeceasedNaming } from './deceased-naming.service';
import { farewellProblems } from './farewell-problems';
import { FarewellRoles } from './farewell-roles.service';
import { FarewellViews } from './farewell-views.service';
import { farewellWords } from './farewell-words';
import { FarewellsRepository } from './farewells.repository';

/** What was withdrawn can be taken up again for so long: a grief has no hurry. When it goes, the retention rules say. */
const KEPT_DAYS = 90;

/** What is written down of them, and until when there is a way back. */
@Injectable()
export class WithdrawalActs {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  isOver(withdrawnAt: Date): boolean {
    return this.clock.today() > addDays(dayInShanghai(withdrawnAt.getTime()), KEPT_DAYS);
  }

  async record(act: 'withdrawn' | 'restored', accountId: string, id: string): Promise<void> {
    await this.farewells.addStep(id, act);
    const actor = { kind: 'resident', id: accountId } as const;
    await this.audit.record({ action: `farewell.${act}`, actor, object: `farewell:${id}` });
  }
}

/** Putting it down for a while, and taking it up again. Each inside the transaction of its idempotency key. */
@Injectable()
export class Withdrawing {
  constructor(
    private readonly farewells: FarewellsRepository,
    private readonly roles: FarewellRoles,
    private readonly views: FarewellViews,
    private readonly naming: DeceasedNaming,
    private readonly seats: CompanySeats,
    private readonly bookings: Bookings,
    private readonly acts: WithdrawalActs,
  ) {}

  /** @throws Problem 409 `farewell.has-place` until it was said that the place goes as well, `farewell.not-now`; 404 */
  async withdraw(accountId: string, id: string, givePlaceBack = false): Promise<FarewellView> {
    await this.seats.lockPlace(id);
    const { opened } = await this.roles.lockedForApplicant(accountId, id);
    const { state, bookingId } = opened.row;
    if (state === 'withdrawn') return this.views.viewOf(opened, accountId);
    if (state === 'scattered') throw farewellProblems.notNow();
    if (bookingId !== null) {
      if (!givePlaceBack) throw farewellProblems.hasPlace();
      await this.bookings.callOff(bookingId, farewellWords.givenBack);
    }
    await this.naming.release(id);
    const change = { state: 'withdrawn', withdrawnAt: this.acts.now() } as const;
    const withdrawn = await this.farewells.write(await this.farewells.get(id), change);
    await this.acts.record('withdrawn', accountId, id);
    return this.views.viewOf(withdrawn, accountId);
  }

  /**
   * As it was before it was withdrawn, but for a place.
   * @throws Problem 409 `farewell.too-long-ago`; `farewell.family-already` with `family`; 404
   */
  async restore(accountId: string, id: string): Promise<FarewellView> {
    const { opened, whose } = await this.roles.lockedForApplicant(accountId, id);
    const { withdrawnAt, signedUpAt } = opened.row;
    if (withdrawnAt === null) return this.views.viewOf(opened, accountId);
    if (this.acts.isOver(withdrawnAt)) throw farewellProblems.tooLongAgo();
    if (signedUpAt !== null) await this.naming.claim(opened, whose);
    const state = signedUpAt === null ? 'draft' : 'signed-up';
    const restored = await this.farewells.write(opened, { state, withdrawnAt: null });
    await this.acts.record('restored', accountId, id);
    return this.views.viewOf(restored, accountId);
  }
}
