import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { People, type VerifiedPerson } from '../../identity/people.port';
import type { Application } from './application.entity';

/** Whom an application is about, and who acts for them; one person when it is about oneself. */
export interface Subject {
  readonly kind: 'self' | 'ward' | 'helped';
  readonly person: SubjectPerson;
  /** Who acts: what they do is theirs in the audit, and it is about `person`. */
  readonly filer: VerifiedPerson;
  /** A guardian who lives there too is one of the household's adults, and nobody lists them. */
  readonly livesWithFiler: boolean;
}

export interface SubjectPerson {
  /** None of somebody whom only a paper vouches for. */
  readonly personId?: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
}

/** Answers for every application whom it is about. Names and numbers are whole: mask them before they leave the server. */
@Injectable()
export class Subjects {
  constructor(private readonly people: People) {}

  /** None while nobody on the account has confirmed who they are. */
  async of(row: Pick<Application, 'id' | 'accountId'>): Promise<Subject | undefined> {
    const filer = await this.people.findOf(row.accountId);
    return filer && { kind: 'self', person: filer, filer, livesWithFiler: false };
  }

  /** As `of`; none either while nobody on the account that acts has confirmed who they are. */
  async as(accountId: string, row: Pick<Application, 'id' | 'accountId'>): Promise<Subject | undefined> {
    const acting = await this.people.findOf(accountId);
    return acting && this.of(row);
  }

  /** The accounts that are told when something moves. */
  async toldOf(row: Pick<Application, 'id' | 'accountId'>): Promise<readonly string[]> {
    return [row.accountId];
  }
}
