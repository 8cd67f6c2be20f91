import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { Problem, problems } from '../../../platform/http/problem';
import { Routes } from '../cases/routes.service';
import { Dispatch } from '../handoff/dispatch';
import { CaseMoves } from './case-moves.service';
import { CasesAtDesk, isOf } from './cases-at-desk.service';

/** A person gives a case to another office; a changed route alone never does. */
@Injectable()
export class SendingOn {
  constructor(
    private readonly atDesk: CasesAtDesk,
    private readonly moves: CaseMoves,
    private readonly routes: Routes,
    private readonly dispatch: Dispatch,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a case of another office, 400 `relief.unknown-street`, 409 `relief.not-sent-on` */
  async on(
    caseId: string,
    code: string,
    { id: by, offices }: { readonly id: string; readonly offices: readonly string[] | 'all' },
    reason: string,
  ): Promise<void> {
    if (!this.routes.isOffice(code)) throw new Problem(400, 'relief.unknown-street', '没有这个单位，请从列表里选。');
    await this.transactions.run(async () => {
      const found = await this.atDesk.lock(caseId);
      if (!found || !isOf(found.opened, offices)) throw problems.notFound();
      const { application, opened } = found;
      const office = this.routes.office(code);
      const hop = { office, why: reason, since: this.clock.now(), source: 'staff' } as const;
      const move = { id: `staff:${randomUUID()}`, hop, actor: { kind: 'staff', id: by } as const };
      if (!(await this.moves.move(application, opened, move)))
        throw new Problem(409, 'relief.not-sent-on', '这件已经办完，或者已经在那个单位了。');
      await this.dispatch.tell(opened, { type: 'SEND_ON', data: { office, why: reason } });
    });
  }
}
