import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { membersOf } from '../applications/draft-fields';
import { type SubjectPerson, Subjects } from '../applications/subjects.service';
import { adultsIn } from './adults';

/**
 * Whether income and property may be looked up: every adult has signed. Here one can, the applicant; with more adults
 * they sign at the street. `not-asked`: no programme of it asked who lives together, so nobody knows whose to look up.
 */
export type Readiness =
  | { readonly kind: 'ready'; readonly person: SubjectPerson; readonly authorisationId: string }
  | { readonly kind: 'signature' | 'more-signatures' | 'not-asked' };

@Injectable()
export class CheckReadiness {
  constructor(
    private readonly subjects: Subjects,
    private readonly applications: ApplicationsRepository,
    private readonly clock: Clock,
  ) {}

  async of({ row, draft }: OpenedApplication): Promise<Readiness> {
    const subject = await this.subjects.of(row);
    if (!subject || draft.values['household.members'] === undefined) return { kind: 'not-asked' };
    const { person, livesWithFiler } = subject;
    const grownUp = adultsIn(person, membersOf(draft.values), this.clock.today()) + (livesWithFiler ? 1 : 0);
    if (grownUp !== 1) return { kind: 'more-signatures' };
    const signed = await this.applications.findAuthorisation(row.id, 'applicant');
    return signed ? { kind: 'ready', person, authorisationId: signed.id } : { kind: 'signature' };
  }
}
