import { paidInMoney } from '@jinmen/shared/applications/paid-in-money';
import { accountEnd, type PayeeReply, type PayeeView } from '@jinmen/shared/applications/payee';
import { Injectable } from '@nestjs/common';
import { maskedName } from '../../../platform/masking';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { nameOn } from './payee-messages';
import { type OpenedPayee, PayeesRepository } from './payees.repository';
import { PaymentStories, type Payments } from './payments.service';

/** Where the money goes, as its resident sees it: of a name its first sign, of a number its last four. */
@Injectable()
export class PayeeViews {
  constructor(
    private readonly payees: PayeesRepository,
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly subjects: Subjects,
    private readonly stories: PaymentStories,
  ) {}

  async find(id: string): Promise<PayeeReply> {
    const opened = await this.applications.get(id);
    const cases = await this.cases.casesOf(id);
    return this.of(opened, cases, await this.stories.of(cases));
  }

  async of(opened: OpenedApplication, cases: readonly OpenedCase[], payments: Payments): Promise<PayeeReply> {
    const { row } = opened;
    const kept = await this.payees.find(row.id);
    const payee = kept && (await this.viewOf(opened, kept));
    return {
      for: paidInMoney(row.programmes),
      change: changeOf(opened, cases, payments),
      ...(payee && { payee }),
    };
  }

  private async viewOf(opened: OpenedApplication, { row, choice }: OpenedPayee): Promise<PayeeView | undefined> {
    const known = { id: row.id, at: row.at.toISOString(), check: row.state };
    if (choice.way === 'street') return { ...known, ...choice };
    const { owner, card, number } = choice;
    const name = nameOn(choice, await this.subjects.of(opened.row), opened);
    // a member who was taken off the list is nobody, nor is a guardian of somebody who has none: it is asked again
    if (name === '' && owner.kind !== 'applicant') return undefined;
    return {
      ...known,
      way: 'account',
      owner: owner.kind,
      ownerName: name === '' ? '' : maskedName(name),
      ...(owner.kind === 'household-member' && { member: owner.member }),
      card,
      end: accountEnd(number),
    };
  }
}

/** Until money has gone to it an account is changed at will; afterwards the office must hear why (J6, A.10). */
export function changeOf(
  { row }: OpenedApplication,
  cases: readonly OpenedCase[],
  payments: Payments,
): PayeeReply['change'] {
  if (row.state === 'withdrawn') return 'over';
  const alive = cases.flatMap(({ file }) => file.items).filter(({ state }) => ALIVE.includes(state));
  if (row.state !== 'draft' && paidInMoney(alive.map(({ programme }) => programme)).length === 0) return 'over';
  return payments.begun ? 'reported' : 'free';
}

const ALIVE: readonly string[] = ['held-back', 'in-hand', 'approved'];
