import type { HouseholdMember } from '@jinmen/shared/applications/field';
import { Injectable } from '@nestjs/common';
import { Dependants, type Guarded } from '../../dependants/dependants.port';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { ApplicationSubjects } from './application-subjects.repository';

/** Whom of a household its applicant is the guardian of: something may be asked for such a one alone (单人保, J7). */
@Injectable()
export class HouseholdWards {
  constructor(
    private readonly dependants: Dependants,
    private readonly subjects: ApplicationSubjects,
    private readonly applications: ApplicationsRepository,
  ) {}

  async wardsIn(applicationId: string): Promise<readonly Guarded[]> {
    return this.wardsOf(await this.applications.get(applicationId));
  }

  /** None unless the application is the resident's own, lists them, and they live together. */
  async wardsOf({ row, draft }: OpenedApplication): Promise<readonly Guarded[]> {
    const listed = draft.values['household.members'];
    if (!Array.isArray(listed) || listed.length === 0 || (await this.subjects.find(row.id))) return [];
    const numbers = (listed as readonly HouseholdMember[]).map(({ idNumber }) => idNumber);
    const wards = await this.dependants.of(row.accountId);
    return wards.filter(({ idNumber, livesTogether }) => livesTogether && numbers.includes(idNumber));
  }
}
