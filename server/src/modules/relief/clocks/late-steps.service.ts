import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Config } from '../../../platform/config/config';
import { isDuplicate } from '../../../platform/database/retryable';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { ApplicationNotices } from '../applications/application-notices.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import type { OpenedCase } from '../cases/cases.repository';
import { CaseClocks } from './case-clocks.service';
import { LateStep, lateWord, type SaidWord } from './late-step.entity';

/** As many as one turn of the job tells of. */
const AT_ONCE = 100;

/** Who says a word, and whose word it is. */
interface Voice {
  readonly by: string;
  /** The office that has the case. */
  readonly office: string;
  /** Of somebody who may speak for it, once it was told. */
  readonly district?: string;
}

/**
 * Tells of what is late: once to the office that has it, once to its district when the office says nothing. What was
 * told is a row, so that neither a restart nor a second process tells it twice.
 */
@Injectable()
export class LateSteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationsRepository,
    private readonly notices: ApplicationNotices,
    private readonly clocks: CaseClocks,
    private readonly config: Config,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
  ) {}

  /** What became late since the last time; how many were. */
  async tellOffices(): Promise<number> {
    const { today, calendar } = await this.clocks.reading();
    const found: { caseId: string; step: string }[] = await this.transactions.manager.query(
      `SELECT d.case_id AS caseId, d.step AS step FROM relief_case_due d
       LEFT JOIN relief_late_step l ON l.case_id = d.case_id AND l.step = d.step AND l.state <> 'over'
       WHERE d.due_on < ? AND l.id IS NULL ORDER BY d.due_on, d.case_id LIMIT ${AT_ONCE}`,
      [today],
    );
    const districtFrom = calendar.addWorkingDays(today, this.config.lateToDistrictAfter).on;
    for (const { caseId, step } of found) await this.begin(caseId, step, { toldOfficeOn: today, districtFrom });
    return found.length;
  }

  /** What nobody answered for as long as it is configured; how many were. */
  async tellDistricts(): Promise<number> {
    const { today } = await this.clocks.reading();
    return this.transactions.run(async () => {
      const { affected } = await this.transactions.manager
        .createQueryBuilder()
        .update(LateStep)
        .set({ toldDistrictOn: today })
        .where("state = 'open' AND told_district_on IS NULL AND district_from <= :today", { today })
        .execute();
      return affected ?? 0;
    });
  }

  /** Somebody who looks after the case says a word about all of it that is late; the resident reads it. Audited. */
  async answer(opened: OpenedCase, { by, office, district }: Voice, text: string): Promise<boolean> {
    const { row } = opened;
    const { manager } = this.transactions;
    const rows = await manager.find(LateStep, { where: { caseId: row.id, state: In(['open', 'answered']) } });
    const { today } = await this.clocks.reading();
    for (const { id, toldDistrictOn } of rows) {
      const word: SaidWord = { from: (toldDistrictOn && district) || office, text };
      const sealed = this.sealing.sealJson(labelIn(lateWord, id), word);
      await manager.update(LateStep, { id }, { state: 'answered', answeredBy: by, answeredOn: today, word: sealed });
    }
    if (rows.length === 0) return false;
    const actor = { kind: 'staff', id: by } as const;
    await this.audit.record({ action: 'late-case.answered', actor, object: `relief-case:${row.id}`, reason: text });
    const { row: application } = await this.applications.get(row.applicationId);
    await this.notices.post(application, 'application-progress');
    return true;
  }

  /** A row of a step that was late before begins anew: it is another day that went by. */
  private async begin(
    caseId: string,
    step: string,
    days: Pick<LateStep, 'toldOfficeOn' | 'districtFrom'>,
  ): Promise<void> {
    const fresh = {
      ...days,
      state: 'open',
      toldDistrictOn: null,
      answeredBy: null,
      answeredOn: null,
      word: null,
    } as const;
    try {
      await this.transactions.run(async () => {
        const { manager } = this.transactions;
        const { affected } = await manager.update(LateStep, { caseId, step, state: 'over' }, fresh);
        if (!affected) await manager.insert(LateStep, { id: randomUUID(), caseId, step, ...fresh });
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error; // another process told it at the same moment
    }
  }
}
