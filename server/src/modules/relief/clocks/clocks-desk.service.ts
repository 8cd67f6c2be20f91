import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import { Routes } from '../cases/routes.service';
import { ReliefClocks } from '../relief-clocks.port';
import { CasesAtDesk, isOf } from '../routing/cases-at-desk.service';
import { LateSteps } from './late-steps.service';

@Injectable()
export class ClocksDesk extends ReliefClocks {
  constructor(
    private readonly late: LateSteps,
    private readonly atDesk: CasesAtDesk,
    private readonly transactions: Transactions,
    private readonly routes: Routes,
  ) {
    super();
  }

  answer(
    caseId: string,
    staff: { readonly id: string; readonly offices: readonly string[] | 'all' },
    word: string,
  ): Promise<void> {
    return this.transactions.run(async () => {
      const found = await this.atDesk.lock(caseId);
      if (!found || !isOf(found.opened, staff.offices)) throw problems.notFound();
      const district = staff.offices === 'all' && { district: this.routes.districtOf(found.opened).name };
      const voice = { by: staff.id, office: this.routes.holderOf(found.opened), ...district };
      if (!(await this.late.answer(found.opened, voice, word))) throw problems.notFound();
    });
  }
}
