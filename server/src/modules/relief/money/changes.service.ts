import type { ChangeKind } from '@jinmen/shared/applications/changes';
import { payeeChoiceFrom } from '@jinmen/shared/applications/payee';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { ChangesRepository } from './changes.repository';
import { hears } from './death-changes.service';
import { moneyProblems } from './money-problems';
import { PayeeKeeper } from './payee-keeper.service';

const DAY_MS = 86_400_000;
const MOST_A_DAY = 10;

export interface SaidChange {
  readonly kind: ChangeKind;
  readonly text?: string;
  readonly on?: CivilDate;
  /** Of `account`. */
  readonly payee?: unknown;
  /** Of that account: the resident looked again. */
  readonly sure: boolean;
}

/** A change of circumstances: kept, and every office that has a part of the application hears it (A.10). */
@Injectable()
export class Changes {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly changes: ChangesRepository,
    private readonly payees: PayeeKeeper,
    private readonly dispatch: Dispatch,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside the transaction of its idempotency key.
   * @throws Problem 409 `application.not-submitted` and `application.over`, 429 `change.too-many`, 400 where nothing is
   * said or the day is ahead; of an account as `PayeeKeeper.keep`.
   */
  async report(resident: Resident, id: string, said: SaidChange): Promise<void> {
    const opened = await this.applications.getForUpdate(id);
    const { row } = opened;
    if (row.state === 'draft') throw moneyProblems.notSubmitted();
    const cases = (await this.cases.casesForUpdate(id)).filter(hears);
    if (row.state === 'withdrawn' || cases.length === 0) throw moneyProblems.over();
    this.mustBeSaid(said);
    const since = this.clock.instantBefore(DAY_MS);
    if ((await this.changes.countSince(id, since)) >= MOST_A_DAY) throw moneyProblems.tooManyChanges();
    const { kind, on, text } = said;
    const words = text?.trim();
    const told = { ...(on && { on }), ...(words && { text: words }) };
    await this.changes.add(id, kind, told);
    const data = { kind, told: this.clock.today(), ...told };
    for (const each of cases) await this.dispatch.tell(each, { type: 'CHANGE', data });
    if (kind === 'account') await this.changeAccount(resident, opened, cases, said);
    await this.applications.touch(id);
    const actor = { kind: 'resident', id: resident.accountId } as const;
    await this.audit.record({ action: 'change.reported', actor, object: `relief-application:${id}`, facts: { kind } });
  }

  private mustBeSaid({ kind, text, on }: SaidChange): void {
    if (on !== undefined && on > this.clock.today()) throw moneyProblems.changeTooEarly();
    const speaksForItself = kind === 'account' || kind === 'death';
    if (!speaksForItself && (text ?? '').trim() === '') throw moneyProblems.changeEmpty();
  }

  private async changeAccount(
    resident: Resident,
    opened: OpenedApplication,
    cases: readonly OpenedCase[],
    { payee, sure }: SaidChange,
  ): Promise<void> {
    const choice = payeeChoiceFrom(payee);
    if (!choice) throw moneyProblems.payeeUnreadable();
    await this.payees.keep(resident, opened, cases, { choice, sure });
  }
}
