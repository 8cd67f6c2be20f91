import { Injectable } from '@nestjs/common';
import type { IdentityAnswer, NamedNumber } from '../../../bureaus/identity/identity.port';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { Problem, problems } from '../../../platform/http/problem';
import { DeskQuestions } from '../../identity/desk-questions.port';
import { IdentityChecks } from '../../identity/identity-checks.port';
import { People } from '../../identity/people.port';
import { Disclosures } from '../disclosures/disclosures.port';
import type { TypedRequest } from './deceased-request-desk.port';
import { relativesWords as words } from './relatives-words';

/** The one who died and the one who came, as the register writes them. */
export interface Both {
  readonly deceased: NamedNumber;
  readonly relative: NamedNumber;
}

/** Who a request is about, and the identity bureau's word that they died. */
@Injectable()
export class DeathQuestion {
  constructor(
    private readonly checks: IdentityChecks,
    private readonly questions: DeskQuestions,
    private readonly people: People,
    private readonly disclosures: Disclosures,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem 400 with words at the field, or where both are one. */
  bothOf(typed: TypedRequest): Both {
    const deceased = this.read('deceased', { name: typed.deceasedName, idNumber: typed.deceasedIdNumber });
    const relative = this.read('relative', { name: typed.relativeName, idNumber: typed.relativeIdNumber });
    if (deceased.idNumber !== relative.idNumber) return { deceased, relative };
    const [code, message] = ['deceased-request.same-person', words.samePerson];
    throw problems.invalid([{ field: 'relativeIdNumber', code, message }]);
  }

  /**
   * Outside a transaction.
   * @throws Problem 404 `deceased-request.not-found` of whoever did not die, whyever; 429; 503 where nobody says.
   */
  async mustBeDead(staffId: string, deceased: NamedNumber): Promise<void> {
    if (!this.questions.connected) throw later(words.notConnected);
    const answer = await this.questions.ask(staffId, deceased);
    if (answer.kind === 'unavailable') throw later(words.later);
    if (isDead(answer)) return;
    await this.transactions.run(() => this.notTaken(staffId, deceased, answer));
    throw new Problem(404, 'deceased-request.not-found', words.notFound);
  }

  /** The bureau got the name and the number of somebody who has an account here. Inside a transaction. */
  async wasAsked(personId: string | null): Promise<void> {
    const accountId = personId === null ? undefined : await this.people.firstOf(personId);
    if (accountId === undefined) return;
    await this.disclosures.asked({ topic: 'identity.deceased-asked', accountId, object: accountId });
  }

  /** As the fields are called in the form. */
  private read(who: 'deceased' | 'relative', typed: NamedNumber): NamedNumber {
    try {
      const { name, idNumber } = this.checks.read(typed);
      return { name, idNumber };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const named = (field: string) => `${who}${field === 'name' ? 'Name' : 'IdNumber'}`;
      throw problems.invalid(error.errors.map((each) => ({ ...each, field: named(each.field) })));
    }
  }

  /** Why not is for the record alone. Whoever is alive and known here reads that somebody asked. */
  private async notTaken(staffId: string, { idNumber }: NamedNumber, answer: IdentityAnswer): Promise<void> {
    const alive = answer.kind === 'confirmed' ? await this.people.findByIdNumber(idNumber) : undefined;
    await this.wasAsked(alive?.personId ?? null);
    await this.audit.record({
      action: 'deceased-request.not-taken',
      actor: { kind: 'staff', id: staffId },
      ...(alive && { person: alive.personId }),
      facts: { because: answer.kind === 'not-confirmed' ? answer.because : 'alive' },
    });
  }
}

function isDead(answer: IdentityAnswer): boolean {
  return answer.kind === 'not-confirmed' && answer.because === 'deceased';
}

function later(detail: string): Problem {
  return new Problem(503, 'deceased-request.later', detail);
}
