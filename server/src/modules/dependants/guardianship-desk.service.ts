import { ageOn, readIdNumber } from '@jinmen/shared/kernel/id-number';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { People } from '../identity/people.port';
import { CallList } from '../notices/call-list.port';
import type { Dependant } from './dependant.entity';
import { GuardianshipDesk, type GuardianshipToConfirm } from './dependants.port';
import { DependantsService } from './dependants.service';
import { dependantWords } from './words';

/** A paper shown at the street. Nobody can browse: the clerk needs the code the guardian shows. */
@Injectable()
export class GuardianshipDeskService extends GuardianshipDesk {
  constructor(
    private readonly dependants: DependantsService,
    private readonly people: People,
    private readonly calls: CallList,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  find(staffId: string, code: string): Promise<GuardianshipToConfirm> {
    return this.transactions.run(async () => {
      const row = await this.rowOf(code);
      const guardian = await this.people.findOf(row.accountId);
      if (!guardian) throw unknownCode();
      const { name, idNumber } = this.dependants.identityOf(row);
      const read = readIdNumber(idNumber, this.clock.today());
      await this.calls.countLook(staffId);
      await this.record(staffId, 'guardianship.looked-at', row);
      return {
        id: row.id,
        guardian: { name: guardian.name, idNumber: guardian.idNumber },
        ward: { name, idNumber, age: 'birth' in read ? ageOn(this.clock.today(), read.birth) : 0 },
        relation: row.relation,
      };
    });
  }

  confirm(staffId: string, code: string, reason: string): Promise<void> {
    return this.transactions.run(async () => {
      const row = await this.rowOf(code);
      await this.dependants.confirm(row);
      await this.record(staffId, 'guardianship.confirmed', row, reason);
    });
  }

  private async rowOf(code: string): Promise<Dependant> {
    const row = await this.dependants.findRow({ showCode: code.trim().toUpperCase() });
    if (!row) throw unknownCode();
    return row;
  }

  private record(staffId: string, action: string, { id, accountId }: Dependant, reason?: string): Promise<void> {
    const actor = { kind: 'staff', id: staffId } as const;
    const object = `dependant:${id}`;
    return this.audit.record({ action, actor, person: accountId, object, ...(reason !== undefined && { reason }) });
  }
}

function unknownCode(): Problem {
  return new Problem(404, 'guardianship.unknown-code', dependantWords.problems.unknownCode);
}
