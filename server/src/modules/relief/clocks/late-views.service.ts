import type { LateView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import type { OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { clockWords } from '../routing/words';
import { LateStep, lateWord } from './late-step.entity';

/** What a resident, and whoever looks after it, reads of a step that is late. */
@Injectable()
export class LateViews {
  constructor(
    private readonly transactions: Transactions,
    private readonly routes: Routes,
    private readonly sealing: Sealing,
  ) {}

  /** Of these cases, by step: what is still late, what was done, and what the office says. */
  async of(cases: readonly OpenedCase[]): Promise<ReadonlyMap<string, LateView>> {
    if (cases.length === 0) return new Map();
    const where = { caseId: In(cases.map(({ row }) => row.id)), state: In(['open', 'answered']) };
    const rows = await this.transactions.manager.find(LateStep, { where });
    return new Map(
      rows.flatMap((late) => {
        const opened = cases.find(({ row }) => row.id === late.caseId);
        return opened ? [[`${late.caseId}:${late.step}`, this.view(opened, late)] as const] : [];
      }),
    );
  }

  private view(opened: OpenedCase, { id, toldOfficeOn, toldDistrictOn, answeredOn, word }: LateStep): LateView {
    const holder = this.routes.holderOf(opened);
    const district = this.routes.districtOf(opened).name;
    return {
      told: [{ whom: holder, on: toldOfficeOn }, ...(toldDistrictOn ? [{ whom: district, on: toldDistrictOn }] : [])],
      ...(word &&
        answeredOn && {
          word: {
            from: toldDistrictOn ? district : holder,
            on: answeredOn,
            text: this.sealing.open(labelIn(lateWord, id), word),
          },
        }),
      ask: clockWords.ask(holder),
    };
  }
}
