import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In } from 'typeorm';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { type KnownPerson, People } from '../../identity/people.port';
import { Mandates } from '../../mandates/mandates.port';
import { HeldRows } from '../../rights/keeping/held-rows.port';
import { Application } from '../applications/application.entity';
import { KeptFilers } from '../kept-filers.port';
import { ApplicationSubjects } from './application-subjects.repository';
import { KeptFiler, keptFilerPerson } from './kept-filer.entity';

/** All SQL about who handed in what, once their account is gone. */
@Injectable()
export class KeptFilersService extends KeptFilers {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly people: People,
    private readonly subjects: ApplicationSubjects,
    private readonly mandates: Mandates,
    private readonly held: HeldRows,
  ) {
    super();
  }

  async find(applicationId: string): Promise<KnownPerson | undefined> {
    const row = await this.transactions.manager.findOneBy(KeptFiler, { applicationId });
    return row ? this.sealing.openJson<KnownPerson>(labelIn(keptFilerPerson, applicationId), row.person) : undefined;
  }

  /** Locks before it reads anything: what is being handed in at this moment is waited for, and seen as handed in. */
  async keepOf(accountId: string): Promise<void> {
    const typed = await this.locked({ accountId });
    const person = await this.people.findOf(accountId);
    if (!person) return;
    const { verifiedAt: _when, ...known } = person;
    const helped = await this.subjects.ofMandates(await this.mandates.ofPrincipal(person.personId));
    const all = [...typed, ...(await this.locked({ id: In([...helped]) }))];
    for (const { id, accountId: typedBy, state } of all) {
      // a draft goes with the account, unless a hold keeps it
      if (state === 'draft' && !(await this.held.isHeld('relief_application', id))) continue;
      const filedBy = (await this.subjects.find(id))?.row.filedBy ?? typedBy;
      if (filedBy !== accountId) continue;
      const sealed = this.sealing.sealJson(labelIn(keptFilerPerson, id), known);
      await this.transactions.manager.upsert(KeptFiler, { applicationId: id, person: sealed }, ['applicationId']);
    }
  }

  private locked(where: FindOptionsWhere<Application>): Promise<Application[]> {
    const { manager } = this.transactions;
    return manager.find(Application, { where, order: { id: 'ASC' }, ...forUpdate(manager) });
  }
}
