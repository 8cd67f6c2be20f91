import type { ForWhom } from '@jinmen/shared/applications/subject';
import { isMinor } from '@jinmen/shared/residents/guardianship';
import { helperMay } from '@jinmen/shared/residents/mandates';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { problems } from '../../../platform/http/problem';
import { Dependants, type Guarded } from '../../dependants/dependants.port';
import { type Mandate, Mandates } from '../../mandates/mandates.port';
import type { Application } from '../applications/application.entity';
import { ApplicationNotices } from '../applications/application-notices.service';
import type { OpenedApplication } from '../applications/applications.repository';
import { type Subject, Subjects } from '../applications/subjects.service';
import { ApplicationSubjects, type NewSubject } from './application-subjects.repository';
import { HouseholdWards } from './household-wards.service';
import { whomProblems } from './problems';

type Whom = { readonly [Member in keyof ForWhom]: ForWhom[Member] | undefined };

/** What must be so before somebody acts for somebody else. Asked inside the transaction of the act. */
@Injectable()
export class WhomGate {
  constructor(
    private readonly dependants: Dependants,
    private readonly mandates: Mandates,
    private readonly subjects: ApplicationSubjects,
    private readonly notices: ApplicationNotices,
    private readonly whom: Subjects,
    private readonly household: HouseholdWards,
    private readonly clock: Clock,
  ) {}

  /**
   * Whom a new draft is about; none: oneself. What follows an earlier one is about the same person, or about a ward whom
   * that one lists in the guardian's own household: what was typed or found of one household is never carried over to
   * another, and what a mandate was for ends with it.
   * @throws Problem 404 for somebody who is not theirs to act for, 400 for two at once, 409 `mandate.used`, 422
   * `mandate.other-matter`.
   */
  async begin(
    accountId: string,
    { dependant, mandate }: ForWhom,
    programmes: readonly string[],
    after?: string,
  ): Promise<NewSubject | undefined> {
    if (dependant !== undefined && mandate !== undefined) throw whomProblems.oneOfThem();
    if (after !== undefined) return this.following(accountId, after, { dependant, mandate });
    if (dependant !== undefined) return this.ward(accountId, dependant);
    return mandate === undefined ? undefined : this.helped(accountId, mandate, programmes);
  }

  /** Keeps whom it is about. Whoever is helped sees it from the first word, on their own phone. */
  async isAbout({ row }: OpenedApplication, subject: NewSubject): Promise<void> {
    await this.subjects.add(row.id, subject);
    if (subject.kind === 'helped') await this.notices.post(row, 'application-progress', { but: row.accountId });
  }

  /** @throws Problem 422 `mandate.other-matter` where a helper asks for more than was agreed. */
  async mayAskFor(applicationId: string, programmes: readonly string[]): Promise<void> {
    const stored = await this.subjects.find(applicationId);
    if (!stored?.row.mandateId) return;
    const mandate = await this.mandates.find(stored.row.mandateId);
    if (mandate && helperMay(mandate.state)) mustBeOfIt(mandate, programmes);
  }

  /**
   * Whom it is about, once it may leave the house by this account's hand.
   * @throws Problem 403 `identity.required`; 422 `guardianship.required` (somebody under 18 for themself), `guardianship.not-proven`,
   * `guardianship.grown-up`; 403 `consent.required` for the name of whoever hands in, or a child under 14; 422 `mandate.waiting`.
   */
  async handsIn(accountId: string, row: Pick<Application, 'id' | 'accountId'>): Promise<Subject> {
    const subject = await this.whom.actedBy(accountId, row);
    await this.mayHandIn(row, subject);
    await this.subjects.markFiled(row.id, accountId);
    return subject;
  }

  private async mayHandIn(row: Pick<Application, 'id' | 'accountId'>, subject: Subject): Promise<void> {
    if (subject.kind === 'self') {
      if (isMinor(subject.person.birth, this.clock.today())) throw whomProblems.guardianRequired();
      return;
    }
    const stored = await this.subjects.find(row.id);
    if (subject.kind === 'ward') {
      const guarded = await this.dependants.find(row.accountId, stored?.row.dependantId ?? '');
      if (!guarded) throw whomProblems.notProven('gone');
      if (guarded.waits) throw whomProblems.notProven(guarded.waits);
      return;
    }
    const mandate = await this.mandates.find(stored?.row.mandateId ?? '');
    if (mandate?.state !== 'acting') throw whomProblems.waiting();
  }

  private async following(
    accountId: string,
    after: string,
    { dependant, mandate }: Whom,
  ): Promise<NewSubject | undefined> {
    const earlier = (await this.subjects.find(after))?.row;
    if (mandate !== undefined || earlier?.mandateId) throw whomProblems.otherMatter();
    if (earlier === undefined && dependant !== undefined) return this.wardOfHousehold(accountId, after, dependant);
    if (dependant !== undefined && dependant !== earlier?.dependantId) throw problems.notFound();
    return earlier?.dependantId ? this.ward(accountId, earlier.dependantId) : undefined;
  }

  private async wardOfHousehold(accountId: string, after: string, dependant: string): Promise<NewSubject> {
    const wards = await this.household.wardsIn(after);
    if (!wards.some(({ id }) => id === dependant)) throw problems.notFound();
    return this.ward(accountId, dependant);
  }

  private async ward(accountId: string, dependantId: string): Promise<NewSubject> {
    const guarded = await this.dependants.find(accountId, dependantId);
    if (!guarded) throw problems.notFound();
    return { kind: 'ward', dependantId, person: { ...personOf(guarded), livesWithFiler: guarded.livesTogether } };
  }

  private async helped(accountId: string, mandateId: string, programmes: readonly string[]): Promise<NewSubject> {
    if ((await this.mandates.roleOf(accountId, mandateId)) !== 'helper') throw problems.notFound();
    const mandate = await this.mandates.find(mandateId);
    if (!mandate) throw problems.notFound();
    mustBeOfIt(mandate, programmes);
    if ((await this.subjects.ofMandates([mandateId])).length > 0) throw whomProblems.used();
    return { kind: 'helped', mandateId, person: { ...mandate.principal, livesWithFiler: false } };
  }
}

function personOf({ personId, name, idNumber, birth, relation }: Guarded) {
  return { ...(personId !== undefined && { personId }), name, idNumber, birth, relation };
}

function mustBeOfIt(mandate: Mandate, programmes: readonly string[]): void {
  if (!programmes.every((code) => mandate.programmes.includes(code))) throw whomProblems.otherMatter();
}
