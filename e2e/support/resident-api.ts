import { randomUUID } from 'node:crypto';
import type { FieldValue, FieldValues } from '@jinmen/shared/applications/field';
import { fieldsOf, formOf, formProblems } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import type { Question } from '@jinmen/shared/facts/fact';
import { questions } from '@jinmen/shared/facts/questions';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { ConsentView, SessionView, VerificationView } from '@jinmen/shared/residents/views';
import { answerOf, type Household } from './household';
import { type PersonAtTheBureaus, Simulators } from './simulators';

export interface Answered<T = unknown> {
  readonly status: number;
  readonly body: T;
}

/** A street of 西青区 with an office of its own. */
export const STREET = '120111001';

/** A resident who does over HTTP what the phone does, for journeys that are about the server and not about screens. */
export class ResidentApi {
  private constructor(
    private readonly origin: string,
    private readonly token: string,
    private readonly person: PersonAtTheBureaus,
  ) {}

  /** Signs in as one of the simulators' people. */
  static async signIn(server: { readonly origin: string; readonly simulators: string }, name: string) {
    const session = await fetch(`${server.origin}/api/v1/sessions/wechat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: `sim:${name}` }),
    });
    if (!session.ok) throw new Error(`signing in as ${name} was answered ${session.status}: ${await session.text()}`);
    const { accessToken } = (await session.json()) as SessionView;
    return new ResidentApi(server.origin, accessToken, await new Simulators(server.simulators).person(name));
  }

  /** Rejects only when no answer came. */
  async ask<T>(method: string, path: string, body?: object, key?: string): Promise<Answered<T>> {
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  /** Asks, and throws unless the answer is a yes. */
  async get<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
    const answer = await this.ask<T>(method, path, body, key);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Says yes to every purpose and has name and number checked. */
  async becomeKnown(): Promise<void> {
    await this.consent();
    await this.verifyIdentity();
  }

  /** Says yes to every purpose. */
  async consent(): Promise<void> {
    const { items } = await this.get<{ items: readonly ConsentView[] }>('GET', '/consents');
    for (const { purpose, version } of items) await this.get('POST', '/consents', { purpose, version, state: 'given' });
  }

  /** Has the own number checked, under the own name or another one. */
  verifyIdentity(name = this.person.realName): Promise<VerificationView> {
    return this.get('POST', '/identity/verifications', { name, idNumber: this.person.idNumber });
  }

  /** A draft for these programmes with everything filled in, ready to be handed in. */
  async completeDraft(programmes: readonly string[], household: Household, today: CivilDate): Promise<ApplicationView> {
    const draft = await this.get<ApplicationView>('POST', '/relief/applications', { programmes }, randomUUID());
    const fields = this.filledIn(programmes, household, today);
    const path = `/relief/applications/${draft.id}`;
    await this.get('PATCH', path, { version: draft.version, fields });
    await this.get('POST', `${path}/authorisations`, { member: 'applicant', accepted: true }, randomUUID());
    return this.application(draft.id);
  }

  application(id: string): Promise<ApplicationView> {
    return this.get<ApplicationView>('GET', `/relief/applications/${id}`);
  }

  submit(id: string, version: number, key: string): Promise<Answered<ApplicationView>> {
    return this.ask('POST', `/relief/applications/${id}/submission`, { version }, key);
  }

  private filledIn(programmes: readonly string[], household: Household, today: CivilDate): FieldValues {
    let values: FieldValues = {
      'applicant.phone': this.person.phone,
      'applicant.street': STREET,
      'applicant.address': '示例路 1 号 1 门 101',
    };
    // an answer may open further questions: as often as it takes
    for (;;) {
      const form = formOf(programmes, values, today);
      const open = fieldsOf(form).filter(({ name, required }) => required && values[name] === undefined);
      if (open.length === 0) {
        const problems = formProblems(form, values);
        if (problems.length > 0) throw new Error(`the form is not complete: ${JSON.stringify(problems)}`);
        return values;
      }
      for (const { name, question } of open) values = { ...values, ...this.answer(name, question, household) };
    }
  }

  private answer(name: string, question: string | undefined, household: Household): FieldValues {
    if (name === 'household.members') return { [name]: this.members() };
    const asked = (questions as readonly Question[]).find(({ id }) => id === question);
    if (!asked) throw new Error(`nobody knows what to write into ${name}`);
    return Object.fromEntries(
      Object.entries(answerOf(household, asked).facts).map(([fact, value]) => [`fact:${fact}`, value]),
    );
  }

  private members(): FieldValue {
    return this.person.members.map(({ name, idNumber, relation }) => ({
      id: randomUUID(),
      name,
      idNumber,
      relation: relation as 'spouse',
    }));
  }
}
