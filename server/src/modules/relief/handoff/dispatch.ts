import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import type { CheckRequest } from '../../../bureaus/means-verification/means-verification.port';
import type { FiledCase, FiledItem } from '../../../bureaus/relief-bureau.port';
import type { CheckResult } from '../../../bureaus/social-assistance/social-assistance.port';
import { ConnectedBureaus } from '../../../platform/bureau-http/connected-bureaus';
import { Clock } from '../../../platform/clock';
import type { BureauCode } from '../../../platform/config/bureau-address';
import { Outbox } from '../../../platform/outbox/outbox';
import { Adults } from '../adults/adults.service';
import type { OpenedApplication } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import type { OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import type { SaidMessage } from './case-matter';
import { CaseMatters } from './case-matters';
import { filedCase, filedItem } from './filed-case';

export interface ItemAdded {
  readonly caseNo: string;
  readonly item: FiledItem;
}

export interface Withdrawn {
  readonly caseNo: string;
  /** The whole case when absent. */
  readonly programmes?: readonly string[];
}

export interface CaseTold {
  readonly caseNo: string;
  readonly message: SaidMessage;
}

export interface CheckReported {
  readonly caseNo: string;
  readonly result: CheckResult;
}

export type CheckRequested = CheckRequest & { readonly caseNo: string };

/** Writes the words to the bureaus, each in the transaction whose consequence it is. Nothing is sent here. */
@Injectable()
export class Dispatch {
  constructor(
    private readonly outbox: Outbox,
    private readonly subjects: Subjects,
    private readonly adults: Adults,
    private readonly routes: Routes,
    private readonly connected: ConnectedBureaus,
    private readonly clock: Clock,
    private readonly matters: CaseMatters,
  ) {}

  /** Whether there is anybody to ask about income and property. */
  get canRequestChecks(): boolean {
    return this.connected.has('means-verification');
  }

  /** Not of an account that was deleted before who filed was kept (docs/adr/0043). */
  async knowsWhoFiles({ row }: OpenedApplication): Promise<boolean> {
    return (await this.subjects.of(row)) !== undefined;
  }

  /** The case, and behind it what the bureau should know from the first. */
  async fileCase(application: OpenedApplication, opened: OpenedCase, programmes: readonly string[]): Promise<void> {
    const { row, draft } = application;
    const { row: ofCase } = opened;
    const subject = await this.subjects.of(row);
    if (!subject) throw new Error(`the applicant of ${row.id} is no verified person any more`);
    const payload: FiledCase = filedCase({
      caseNo: ofCase.id,
      office: this.routes.office(ofCase.officeCode),
      subject,
      values: draft.values,
      programmes,
      meansAuthorised: (await this.adults.of({ row, draft })).some(
        ({ you, signature }) => you && signature !== undefined,
      ),
      today: this.today(),
    });
    await this.append(ofCase, 'case-filed', payload);
    for (const message of await this.matters.saidOnFiling(application, opened)) await this.appendTold(ofCase, message);
  }

  async addItem({ draft }: OpenedApplication, { row }: OpenedCase, programme: string): Promise<void> {
    const payload: ItemAdded = { caseNo: row.id, item: filedItem(programme, draft.values, this.today()) };
    await this.append(row, 'item-added', payload);
  }

  async withdraw({ row }: OpenedCase, programmes?: readonly string[]): Promise<void> {
    const payload: Withdrawn = { caseNo: row.id, ...(programmes && { programmes }) };
    await this.append(row, 'withdrawn', payload);
  }

  /**
   * One common message, behind all that was said of the case before. Of a case that is held back nothing leaves the
   * house: what is still so when it is filed is said then (`SaidOnFiling`).
   */
  async tell({ row, file }: OpenedCase, message: CaseTold['message']): Promise<void> {
    if (file.state === 'held-back') return;
    await this.appendTold(row, message);
  }

  async reportCheck({ row }: OpenedCase, result: CheckResult): Promise<void> {
    const payload: CheckReported = { caseNo: row.id, result };
    await this.append(row, 'check-reported', payload);
  }

  async requestCheck(payload: CheckRequested): Promise<void> {
    const topic = 'means-verification.check-requested';
    await this.outbox.append({ topic, bureau: 'means-verification', order: payload.checkNo, payload });
  }

  async cancelCheck(checkNo: string): Promise<void> {
    const topic = 'means-verification.check-cancelled';
    await this.outbox.append({ topic, bureau: 'means-verification', order: checkNo, payload: { checkNo } });
  }

  /** Of a signature under a topic of its own: it is the signer's, and whoever applied learns nothing of it. */
  private async appendTold(row: OpenedCase['row'], message: CaseTold['message']): Promise<void> {
    const payload: CaseTold = { caseNo: row.id, message };
    await this.append(row, message.type === 'AUTHORISATION' ? 'authorisation-told' : 'case-message', payload);
  }

  private async append({ id, bureau }: OpenedCase['row'], event: string, payload: object): Promise<void> {
    await this.outbox.append({ topic: `${bureau}.${event}`, bureau: bureau as BureauCode, order: id, payload });
  }

  private today(): CivilDate {
    return this.clock.today();
  }
}
