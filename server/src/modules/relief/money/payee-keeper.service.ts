import { type PayeeChoice, payeeDoubtOf, payeeProblemsOf } from '@jinmen/shared/applications/payee';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import type { Resident } from '../../../platform/auth/current';
import { Clock } from '../../../platform/clock';
import type { OpenedApplication } from '../applications/applications.repository';
import { membersOf } from '../applications/draft-fields';
import { type Subject, Subjects } from '../applications/subjects.service';
import type { OpenedCase } from '../cases/cases.repository';
import { Dispatch } from '../handoff/dispatch';
import { HelpedPeople } from '../whom/helped-people.service';
import { moneyProblems } from './money-problems';
import { PayeeMessages } from './payee-messages';
import { PayeesRepository } from './payees.repository';

const DAY_MS = 86_400_000;
/** Whoever tries more accounts than this in a day wants to know whose they are, or needs the street. */
const MOST_A_DAY = 8;

/** What was said about an account and is not yet sure: `sure` once the resident looked again. */
export interface SaidPayee {
  readonly choice: PayeeChoice;
  readonly sure: boolean;
}

/** Keeps where the money should go, and tells whoever pays. */
@Injectable()
export class PayeeKeeper {
  constructor(
    private readonly payees: PayeesRepository,
    private readonly messages: PayeeMessages,
    private readonly dispatch: Dispatch,
    private readonly subjects: Subjects,
    private readonly helped: HelpedPeople,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside a transaction, with the application locked. Saying the same again changes nothing.
   * @throws Problem 400 at the field that is wrong, 422 `payee.doubtful` for a slip nobody confirmed, 429
   * `payee.too-many`; 422 `mandate.waiting` as `HelpedPeople.payeeSaid`.
   */
  async keep(
    { accountId }: Resident,
    opened: OpenedApplication,
    cases: readonly OpenedCase[],
    said: SaidPayee,
  ): Promise<void> {
    const { row } = opened;
    const subject = await this.subjects.of(row);
    this.mustBeRight(opened, said, subject);
    const choice = named(said.choice, subject);
    if (await this.isThere(row, choice)) return;
    const since = this.clock.instantBefore(DAY_MS);
    if ((await this.payees.countSince(row.id, since)) >= MOST_A_DAY) throw moneyProblems.tooManyPayees();
    await this.payees.add(row.id, choice);
    await this.helped.payeeSaid(row, accountId);
    for (const each of cases) {
      const message = await this.messages.messageOf(opened, each);
      if (message) await this.dispatch.tell(each, message);
    }
    const person = subject?.person.personId;
    await this.audit.record({
      action: 'payee.changed',
      actor: { kind: 'resident', id: accountId },
      object: `relief-application:${row.id}`,
      ...(person !== undefined && { person }),
    });
  }

  async isThere(row: OpenedApplication['row'], choice: PayeeChoice): Promise<boolean> {
    const kept = await this.payees.find(row.id);
    return kept !== undefined && sameChoice(kept.choice, named(choice, await this.subjects.of(row)));
  }

  private mustBeRight({ draft }: OpenedApplication, { choice, sure }: SaidPayee, subject: Subject | undefined): void {
    const problems = payeeProblemsOf(choice, membersOf(draft.values), subject?.kind ?? 'self');
    if (problems.length > 0) throw moneyProblems.payeeWrong(problems);
    const doubt = payeeDoubtOf(choice, this.clock.today());
    if (doubt && !sure) throw moneyProblems.payeeDoubtful(doubt);
  }
}

/** A guardian's account is that of whoever files, by the name a bureau confirmed: nobody types one. */
function named(choice: PayeeChoice, subject: Subject | undefined): PayeeChoice {
  if (choice.way === 'street' || choice.owner.kind !== 'guardian' || !subject) return choice;
  return { ...choice, owner: { kind: 'guardian', name: subject.filer.name } };
}

function sameChoice(one: PayeeChoice, other: PayeeChoice): boolean {
  const flat = (choice: PayeeChoice) =>
    choice.way === 'street' ? [choice.trouble] : [choice.card, choice.number, ...Object.entries(choice.owner).flat()];
  return one.way === other.way && flat(one).join('\n') === flat(other).join('\n');
}
