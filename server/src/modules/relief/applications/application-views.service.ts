import type {
  ApplicationListItem,
  ApplicationView,
  CaseView,
  PaperRequestView,
} from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { Injectable } from '@nestjs/common';
import { ConnectedBureaus } from '../../../platform/bureau-http/connected-bureaus';
import { Clock } from '../../../platform/clock';
import { Adults } from '../adults/adults.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { Routes } from '../cases/routes.service';
import { CasePlaces } from '../routing/case-places.service';
import { nowOf } from '../timeline/now';
import { reliefWords } from '../words';
import { ApplicationsRepository, type OpenedApplication } from './applications.repository';
import { shownValues } from './draft-fields';
import { itemViews } from './item-views';

/** An application as its owner sees it: whole, but for numbers that would be worth stealing. */
@Injectable()
export class ApplicationViews {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly adults: Adults,
    private readonly cases: CasesRepository,
    private readonly routes: Routes,
    private readonly places: CasePlaces,
    private readonly connected: ConnectedBureaus,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<ApplicationView> {
    return this.viewOf(await this.applications.get(id));
  }

  async viewOf({ row, draft }: OpenedApplication): Promise<ApplicationView> {
    const cases = await this.cases.casesOf(row.id);
    const adults = await this.adults.viewsOf({ row, draft });
    const paperRequest = cases.map((opened) => this.papersOf(opened)).find((request) => request !== undefined);
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      programmes: row.programmes,
      fields: shownValues(draft, this.clock.today()),
      changedAt: draft.changedAt,
      updatedAt: row.updatedAt.toISOString(),
      ...(row.submittedAt && { submittedAt: row.submittedAt.toISOString() }),
      ...(row.receiptNumber && { receiptNumber: row.receiptNumber }),
      ...(adults.some(({ you, state }) => you && state === 'signed') && { authorised: true }),
      ...(this.adults.isKnown({ row, draft }) && adults.length > 0 && { adults }),
      atTheStreet: this.atTheStreet(row.programmes, row.state === 'draft' ? undefined : cases),
      cases: await Promise.all(cases.map((opened) => this.caseView(opened, cases))),
      ...(paperRequest && { paperRequest }),
      evaluations: await this.applications.evaluations(row.id),
    };
  }

  async listItem({ row }: OpenedApplication): Promise<ApplicationListItem> {
    const cases = await this.cases.casesOf(row.id);
    const stuck = await this.stuckAtTheDoor(cases);
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      programmes: row.programmes,
      updatedAt: row.updatedAt.toISOString(),
      ...(row.submittedAt && { submittedAt: row.submittedAt.toISOString() }),
      now: stuck?.now ?? nowOf(row.state, cases, (opened) => this.holderOf(opened)),
      waitsForYou:
        row.state === 'draft' ||
        stuck?.call === true ||
        cases.some(({ file }) => file.state === 'supplement-requested'),
    };
  }

  /** Of an application with a part that did not get to its bureau. */
  private async stuckAtTheDoor(cases: readonly OpenedCase[]): Promise<{ now: string; call: boolean } | undefined> {
    for (const opened of cases.filter(({ file }) => file.state === 'submitted')) {
      const { now } = reliefWords;
      const holder = this.holderOf(opened);
      if (await this.cases.hasNote(opened.row.id, ['filing-skipped']))
        return { now: now.notDelivered(holder), call: true };
      if (await this.cases.hasNote(opened.row.id, ['filing-rejected']))
        return { now: now.refusedToTake(holder), call: false };
    }
    return undefined;
  }

  holderOf(opened: OpenedCase): string {
    return this.routes.holderOf(opened);
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

  private async caseView(opened: OpenedCase, cases: readonly OpenedCase[]): Promise<CaseView> {
    const { row, file } = opened;
    return {
      id: row.id,
      bureau: row.bureau,
      holder: this.holderOf(opened),
      ...(await this.places.of(opened)),
      state: file.state,
      items: itemViews(opened, cases),
    };
  }

  private papersOf(opened: OpenedCase): PaperRequestView | undefined {
    const { papers } = opened.file;
    if (!papers?.open || opened.file.state !== 'supplement-requested') return undefined;
    const { askedOn, by } = papers;
    return { askedOn, by, holder: this.holderOf(opened), papers: papers.papers };
  }
}
