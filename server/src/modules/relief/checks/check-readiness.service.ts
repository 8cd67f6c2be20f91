import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { People, type VerifiedPerson } from '../../identity/people.port';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { membersOf } from '../applications/draft-fields';
import { adultsIn } from './adults';

/**
 * Whether income and property may be looked up: every adult has signed. Here one can, the applicant; with more adults
 * they sign at the street. `not-asked`: no programme of it asked who lives together, so nobody knows whose to look up.
 */
export type Readiness =
  | { readonly kind: 'ready'; readonly person: VerifiedPerson; readonly authorisationId: string }
  | { readonly kind: 'signature' | 'more-signatures' | 'not-asked' };

@Injectable()
export class CheckReadiness {
  constructor(
    private readonly people: People,
    private readonly applications: ApplicationsRepository,
    private readonly clock: Clock,
  ) {}

  async of({ row, draft }: OpenedApplication): Promise<Readiness> {
    const person = await this.people.findOf(row.accountId);
    if (!person || draft.values['household.members'] === undefined) return { kind: 'not-asked' };
    if (adultsIn(person, membersOf(draft.values), this.clock.today()) !== 1) return { kind: 'more-signatures' };
    const signed = await this.applications.findAuthorisation(row.id, 'applicant');
    return signed ? { kind: 'ready', person, authorisationId: signed.id } : { kind: 'signature' };
  }
}
