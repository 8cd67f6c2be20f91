import { paidInMoney } from '@jinmen/shared/applications/paid-in-money';
import { ownerName, type PayeeChoice } from '@jinmen/shared/applications/payee';
import { Injectable } from '@nestjs/common';
import type { CaseMessage } from '../../../bureaus/common-messages/common-messages.port';
import type { OpenedApplication } from '../applications/applications.repository';
import { membersOf } from '../applications/draft-fields';
import { type Subject, Subjects } from '../applications/subjects.service';
import type { OpenedCase } from '../cases/cases.repository';
import { PayeesRepository } from './payees.repository';

type PayeeMessage = Extract<CaseMessage, { readonly type: 'PAYEE' }>;

/** Says to a bureau whose account the money goes to. */
@Injectable()
export class PayeeMessages {
  constructor(
    private readonly payees: PayeesRepository,
    private readonly subjects: Subjects,
  ) {}

  /** Inside the transaction that sends it; none to a bureau that pays nothing, or before anybody chose. */
  async messageOf(application: OpenedApplication, { file }: OpenedCase): Promise<PayeeMessage | undefined> {
    const there = file.items.filter(({ state }) => MAY_BE_PAID.includes(state)).map(({ programme }) => programme);
    if (paidInMoney(there).length === 0) return undefined;
    const kept = await this.payees.find(application.row.id);
    if (!kept) return undefined;
    const { choice, row } = kept;
    if (choice.way === 'street') return { type: 'PAYEE', data: { payeeNo: row.id, ...choice } };
    const name = nameOn(choice, await this.subjects.of(application.row), application);
    if (name === '') return undefined;
    if (row.state === 'none') await this.payees.setState(row.id, 'asked');
    const { owner, card, number } = choice;
    return { type: 'PAYEE', data: { payeeNo: row.id, way: 'account', owner: owner.kind, name, card, number } };
  }
}

/** An item that is held back goes along once it is let go. */
const MAY_BE_PAID: readonly string[] = ['in-hand', 'held-back', 'approved'];

/**
 * Whose name the account must be in, whole; empty while nobody said who they are, for a member taken off the list, and for a
 * guardian of somebody who has none here.
 */
export function nameOn(
  { owner }: Extract<PayeeChoice, { way: 'account' }>,
  subject: Subject | undefined,
  { draft }: OpenedApplication,
): string {
  if (owner.kind === 'guardian' && subject?.kind !== 'ward') return '';
  return ownerName(owner, subject?.person.name ?? '', membersOf(draft.values));
}
