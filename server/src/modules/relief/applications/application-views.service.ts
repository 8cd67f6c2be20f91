import type { ApplicationListItem, ApplicationView, PaperRequestView } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { ConnectedBureaus } from '../../../platform/bureau-http/connected-bureaus';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { MoneyViews } from '../money/money-views.service';
import { PaperStands } from '../papers/paper-stands.service';
import { nowOf } from '../timeline/now';
import { reliefWords } from '../words';
import { ApplicationsRepository, type OpenedApplication } from './applications.repository';
import { CaseViews } from './case-views.service';
import { shownValues } from './draft-fields';
import { ViewParts } from './view-parts';

/** An application as its owner sees it: whole, but for numbers that would be worth stealing. */
@Injectable()
export class ApplicationViews {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly caseViews: CaseViews,
    private readonly connected: ConnectedBureaus,
    private readonly money: MoneyViews,
    private readonly papers: PaperStands,
    private readonly parts: ViewParts,
  ) {}

  /** @param reader the account that looks: the person themself reads it otherwise than their helper. */
  async find(id: string, reader: string): Promise<ApplicationView> {
    return this.viewOf(await this.applications.get(id), reader);
  }

  async viewOf(opened: OpenedApplication, reader: string): Promise<ApplicationView> {
    const { row, draft } = opened;
    const cases = await this.cases.casesOf(row.id);
    const paperRequest = cases.map((opened) => this.papersOf(opened)).find((request) => request !== undefined);
    const evaluations = await this.applications.evaluations(row.id);
    const view: ApplicationView = {
      id: row.id,
      version: row.version,
      state: row.state,
      programmes: row.programmes,
      fields: shownValues(draft, this.papers.today),
      changedAt: draft.changedAt,
      ...(draft.found && row.state === 'draft' && { found: draft.found }),
      updatedAt: row.updatedAt.toISOString(),
      ...(row.submittedAt && { submittedAt: row.submittedAt.toISOString() }),
      ...(row.receiptNumber && { receiptNumber: row.receiptNumber }),
      atTheStreet: this.atTheStreet(row.programmes, row.state === 'draft' ? undefined : cases),
      ...(await this.caseViews.of(opened, cases, evaluations)),
      ...(paperRequest && { paperRequest }),
      ...(await this.papers.viewOf({ row, draft }, cases)),
      evaluations,
      ...(await this.parts.of(opened, reader)),
    };
    return this.money.added(view, opened, cases);
  }

  async listItem(application: OpenedApplication, reader?: string): Promise<ApplicationListItem> {
    const { row } = application;
    const cases = await this.cases.casesOf(row.id);
    const stuck = await this.stuckAtTheDoor(cases);
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      programmes: row.programmes,
      updatedAt: row.updatedAt.toISOString(),
      ...(row.submittedAt && { submittedAt: row.submittedAt.toISOString() }),
      now:
        stuck?.now ??
        (await this.money.nowOf(application, cases)) ??
        nowOf(row.state, cases, (opened) => this.caseViews.holderOf(opened)),
      waitsForYou:
        row.state === 'draft' ||
        stuck?.call === true ||
        (await this.money.waitsForYou(application)) ||
        cases.some(({ file }) => file.state === 'supplement-requested'),
      ...(await this.parts.listed(application, reader)),
    };
  }

  /** Of an application with a part that did not get to its bureau. */
  private async stuckAtTheDoor(cases: readonly OpenedCase[]): Promise<{ now: string; call: boolean } | undefined> {
    for (const opened of cases.filter(({ file }) => file.state === 'submitted')) {
      const { now } = reliefWords;
      const holder = this.caseViews.holderOf(opened);
      if (await this.cases.hasNote(opened.row.id, ['filing-skipped']))
        return { now: now.notDelivered(holder), call: true };
      if (await this.cases.hasNote(opened.row.id, ['filing-rejected']))
        return { now: now.refusedToTake(holder), call: false };
    }
    return undefined;
  }

  holderOf(opened: OpenedCase): string {
    return this.caseViews.holderOf(opened);
  }

  /** What belongs to a bureau that is not connected; of what was handed in, what did not go along. */
  private atTheStreet(programmes: readonly string[], cases: readonly OpenedCase[] | undefined): readonly string[] {
    const handedIn = cases?.flatMap(({ items }) => items.map(({ programme }) => programme));
    return programmes.filter((code) =>
      handedIn
        ? !handedIn.includes(code)
        : !this.connected.has(catalogue.find((each) => each.code === code)?.bureau ?? ''),
    );
  }

  private papersOf(opened: OpenedCase): PaperRequestView | undefined {
    const { papers } = opened.file;
    if (!papers?.open || opened.file.state !== 'supplement-requested') return undefined;
    const { askedOn, by } = papers;
    return { askedOn, by, holder: this.holderOf(opened), papers: papers.papers };
  }
}
