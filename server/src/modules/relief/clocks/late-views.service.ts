import type { LateView } from '@jinmen/shared/applications/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import type { OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { clockWords } from '../routing/words';
import { LateStep, lateWord, type SaidWord } from './late-step.entity';

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
    const office = this.routes.holderOn(opened, toldOfficeOn).name;
    return {
      told: [
        { whom: office, on: toldOfficeOn },
        ...(toldDistrictOn ? [{ whom: this.districtOn(opened, toldDistrictOn), on: toldDistrictOn }] : []),
      ],
      ...(word &&
        answeredOn && {
          word: { ...this.sealing.openJson<SaidWord>(labelIn(lateWord, id), word), on: answeredOn },
        }),
      ask: clockWords.ask(this.routes.holderOf(opened)),
    };
  }

  private districtOn(opened: OpenedCase, day: CivilDate): string {
    return this.routes.office(this.routes.holderOn(opened, day).code.slice(0, 6)).name;
  }
}
