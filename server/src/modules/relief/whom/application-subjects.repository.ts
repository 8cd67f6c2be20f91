import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { GuardedRelation } from '@jinmen/shared/residents/guardianship';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { ApplicationSubject, applicationSubjectPerson } from './application-subject.entity';

export interface StoredSubject {
  readonly personId?: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
  /** Of a ward: what the guardian is to them. */
  readonly relation?: GuardedRelation;
  /** Of a ward: whether the guardian lives there too. */
  readonly livesWithFiler: boolean;
}

export type NewSubject =
  | { readonly kind: 'ward'; readonly dependantId: string; readonly person: StoredSubject }
  | { readonly kind: 'helped'; readonly mandateId: string; readonly person: StoredSubject };

export interface OpenedSubject {
  readonly row: Readonly<ApplicationSubject>;
  readonly person: StoredSubject;
}

/** All SQL about whom applications are about. */
@Injectable()
export class ApplicationSubjects {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
  ) {}

  async find(applicationId: string): Promise<OpenedSubject | undefined> {
    const row = await this.transactions.manager.findOneBy(ApplicationSubject, { applicationId });
    if (!row) return undefined;
    return { row, person: this.sealing.openJson<StoredSubject>(this.label(applicationId), row.person) };
  }

  async add(applicationId: string, subject: NewSubject): Promise<void> {
    await this.transactions.manager.insert(ApplicationSubject, {
      applicationId,
      kind: subject.kind,
      dependantId: subject.kind === 'ward' ? subject.dependantId : null,
      mandateId: subject.kind === 'helped' ? subject.mandateId : null,
      person: this.sealing.sealJson(this.label(applicationId), subject.person),
      filedBy: null,
    });
  }

  async markFiled(applicationId: string, filedBy: string): Promise<void> {
    await this.transactions.manager.update(ApplicationSubject, { applicationId }, { filedBy });
  }

  async delete(applicationId: string): Promise<void> {
    await this.transactions.manager.delete(ApplicationSubject, { applicationId });
  }

  /** The applications these mandates were used for. */
  async ofMandates(mandateIds: readonly string[]): Promise<readonly string[]> {
    if (mandateIds.length === 0) return [];
    const rows = await this.transactions.manager.findBy(ApplicationSubject, { mandateId: In([...mandateIds]) });
    return rows.map(({ applicationId }) => applicationId);
  }

  /** The applications the account began for somebody it helps or helped. */
  async helpedBy(accountId: string): Promise<readonly string[]> {
    const rows = await this.transactions.manager.find(ApplicationSubject, {
      select: { applicationId: true },
      where: { kind: 'helped', application: { accountId } },
    });
    return rows.map(({ applicationId }) => applicationId);
  }

  private label(applicationId: string) {
    return labelIn(applicationSubjectPerson, applicationId);
  }
}
