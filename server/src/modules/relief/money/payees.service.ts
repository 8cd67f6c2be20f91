import type { PayeeReply } from '@jinmen/shared/applications/payee';
import { Injectable } from '@nestjs/common';
import type { Resident } from '../../../platform/auth/current';
import { Transactions } from '../../../platform/database/transactions';
import { ApplicationsRepository } from '../applications/applications.repository';
import { CasesRepository } from '../cases/cases.repository';
import { HandingOver } from '../whom/handing-over.service';
import { moneyProblems } from './money-problems';
import { PayeeKeeper, type SaidPayee } from './payee-keeper.service';
import { changeOf, PayeeViews } from './payee-views.service';
import { PaymentStories } from './payments.service';

/** Where the money of a resident should go (J6): kept sealed, shown by its end, told to the bureaus that pay. */
@Injectable()
export class Payees {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly stories: PaymentStories,
    private readonly keeper: PayeeKeeper,
    private readonly views: PayeeViews,
    private readonly transactions: Transactions,
    private readonly handing: HandingOver,
  ) {}

  /**
   * @throws Problem as `HandingOver.mayGoOn` and `PayeeKeeper.keep`; 409 `payee.in-use` once something was paid to another account, and
   * `application.over`.
   */
  put(resident: Resident, id: string, said: SaidPayee): Promise<PayeeReply> {
    return this.transactions.run(async () => {
      await this.handing.mayGoOn(resident.accountId, id);
      const opened = await this.applications.getForUpdate(id);
      const cases = await this.cases.casesForUpdate(id);
      const payments = await this.stories.of(cases);
      const change = changeOf(opened, cases, payments);
      if (change === 'over') throw moneyProblems.over();
      if (change === 'reported' && !(await this.keeper.isThere(opened.row, said.choice)))
        throw moneyProblems.payeeInUse();
      await this.keeper.keep(resident, opened, cases, said);
      return this.views.of(opened, cases, payments);
    });
  }
}
