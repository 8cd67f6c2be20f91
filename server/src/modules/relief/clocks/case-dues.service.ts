import { Injectable, Logger } from '@nestjs/common';
import { Not } from 'typeorm';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { eachApart } from '../../../platform/jobs/each-apart';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { CaseClocks } from './case-clocks.service';
import { CaseClock, CaseDue } from './case-due.entity';
import { LateStep } from './late-step.entity';
import { IN_HAND } from './on-the-clock';

/** As many cases as are looked for at a time. */
const AT_ONCE = 100;

/**
 * Keeps with every case by when each of its open steps is done, so that what is late is found without looking at every
 * case. Reckoned whenever the case moves, and anew when the calendar, a delegation or the release's clocks change.
 */
@Injectable()
export class CaseDues {
  private readonly logger = new Logger('CaseDues');
  private reckonedWith: string | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly clocks: CaseClocks,
    private readonly config: Config,
  ) {}

  /** Inside the transaction that moved the case, with its application locked. */
  async follow({ id, applicationId }: Pick<OpenedCase['row'], 'id' | 'applicationId'>): Promise<void> {
    const application = await this.applications.get(applicationId);
    const opened = (await this.cases.casesForUpdate(applicationId)).find(({ row }) => row.id === id);
    if (opened) await this.write(application, opened);
  }

  /**
   * All that was reckoned with an older calendar. Each case is a transaction of its own; one that cannot be reckoned keeps
   * no other waiting, and is tried again at the next call.
   */
  async reckonAnew(): Promise<void> {
    const basis = await this.clocks.basis();
    if (this.reckonedWith === basis) return;
    let left = 0;
    for (let rows = await this.stale(basis, ''); rows.length > 0; rows = await this.stale(basis, rows.at(-1)?.id ?? ''))
      left += rows.length - (await eachApart(rows, (row) => this.reckon(row), this.logger));
    if (left === 0) this.reckonedWith = basis;
  }

  private reckon(row: Pick<OpenedCase['row'], 'id' | 'applicationId'>): Promise<void> {
    return this.transactions.run(async () => {
      await this.applications.getForUpdate(row.applicationId);
      await this.follow(row);
    });
  }

  private async stale(basis: string, after: string): Promise<{ id: string; applicationId: string }[]> {
    const states = IN_HAND.map(() => '?').join(', ');
    return this.transactions.manager.query(
      `SELECT c.id AS id, c.application_id AS applicationId FROM relief_case c
       LEFT JOIN relief_case_clock k ON k.case_id = c.id
       WHERE c.state IN (${states}) AND (k.case_id IS NULL OR k.basis <> ?) AND c.id > ?
       ORDER BY c.id LIMIT ${AT_ONCE}`,
      [...IN_HAND, basis, after],
    );
  }

  private async write({ draft }: OpenedApplication, opened: OpenedCase): Promise<void> {
    const { manager } = this.transactions;
    const caseId = opened.row.id;
    const { open } = await this.clocks.of(opened, await this.cases.events([caseId]), draft.values);
    const basis = await this.clocks.basis();
    await manager.delete(CaseDue, { caseId });
    const rows = [...open].map(([step, { on, clock, expected }]) => ({
      caseId,
      step,
      dueOn: on,
      clock,
      expected: expected ? 1 : 0,
    }));
    if (rows.length > 0) await manager.insert(CaseDue, rows);
    const { affected } = await manager.update(CaseClock, { caseId }, { basis });
    if (!affected && (await manager.countBy(CaseClock, { caseId })) === 0)
      await manager.insert(CaseClock, { caseId, basis });
    await this.settleLate(
      caseId,
      [...open].flatMap(([step, due]) => (due.overdue ? [step] : [])),
    );
  }

  /** What is no longer late is over; what is, goes to the district by the calendar of today. */
  private async settleLate(caseId: string, late: readonly string[]): Promise<void> {
    const { manager } = this.transactions;
    const rows = await manager.findBy(LateStep, { caseId, state: Not('over') });
    const { calendar } = await this.clocks.reading();
    for (const { id, step, toldOfficeOn } of rows) {
      const districtFrom = calendar.addWorkingDays(toldOfficeOn, this.config.lateToDistrictAfter).on;
      await manager.update(LateStep, { id }, late.includes(step) ? { districtFrom } : { state: 'over' });
    }
  }
}
