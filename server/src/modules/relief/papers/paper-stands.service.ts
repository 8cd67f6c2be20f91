import { type CommitmentView, lastPromiseDay, type PromiseLimits } from '@jinmen/shared/applications/commitment';
import { type EarlierPaper, MOST_PAGES, type PapersView } from '@jinmen/shared/applications/paper-views';
import { remarksOf } from '@jinmen/shared/applications/papers';
import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { ApplicationsRepository, type OpenedApplication } from '../applications/applications.repository';
import { Subjects } from '../applications/subjects.service';
import { CasesRepository, type OpenedCase } from '../cases/cases.repository';
import { type PaperStand, paperViews } from './paper-list';
import { type KeptPaper, PapersRepository } from './papers.repository';

/** How the papers of an application stand, and what its owner sees of that. */
@Injectable()
export class PaperStands {
  constructor(
    private readonly papers: PapersRepository,
    private readonly applications: ApplicationsRepository,
    private readonly cases: CasesRepository,
    private readonly subjects: Subjects,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** How long papers may follow, and how much longer once more. */
  get limits(): PromiseLimits {
    return this.config.papersFollow;
  }

  get today(): CivilDate {
    return this.clock.today();
  }

  async find(id: string): Promise<PaperStand> {
    return this.of(await this.applications.get(id), await this.cases.casesOf(id));
  }

  /** As `find`, and nobody else changes any of it until the open transaction ends. */
  async findForUpdate(id: string): Promise<PaperStand> {
    const application = await this.applications.getForUpdate(id);
    return this.of(application, await this.cases.casesForUpdate(id));
  }

  async of(application: OpenedApplication, cases: readonly OpenedCase[]): Promise<PaperStand> {
    const { row } = application;
    const kept = await this.papers.papersOf(row.id);
    const earlier = row.state === 'draft' ? await this.earlier(application) : [];
    return {
      application,
      cases,
      kept,
      promises: await this.papers.promisesOf(row.id),
      earlier: new Map(earlier.map((paper) => [paper.row.kind, earlierView(paper)])),
    };
  }

  /** `ApplicationView.papers` and `.commitment`. */
  async viewOf(
    application: OpenedApplication,
    cases: readonly OpenedCase[],
  ): Promise<{ readonly papers: PapersView; readonly commitment?: CommitmentView }> {
    const stand = await this.of(application, cases);
    const commitment = await this.commitment(stand);
    const used = stand.kept.reduce((sum, { pages }) => sum + pages.length, 0);
    return {
      papers: {
        items: paperViews(stand),
        remarks: remarksOf(application.row.programmes, application.draft.values),
        terms: this.termsOf(stand, commitment),
        room: Math.max(0, MOST_PAGES - used),
      },
      ...(commitment && { commitment }),
    };
  }

  /** The newest of each kind that may be used again: of the same person, and not out of date as far as anybody knows. */
  async earlier({ row }: OpenedApplication): Promise<readonly KeptPaper[]> {
    const own = await this.subjects.ownAccountOf(row);
    const candidates = own === undefined ? [] : await this.papers.earlier(own, row.id);
    if (candidates.length === 0) return [];
    const person = (await this.subjects.of(row))?.person.idNumber;
    const sameOf = new Map<string, boolean>();
    const found: KeptPaper[] = [];
    for (const { applicationId, ...paper } of candidates) {
      const { kind, validUntil } = paper.row;
      if (found.some((other) => other.row.kind === kind)) continue;
      if (validUntil !== null && validUntil < this.today) continue;
      const same = sameOf.get(applicationId) ?? (await this.isOf(applicationId, person));
      sameOf.set(applicationId, same);
      if (same) found.push(paper);
    }
    return found;
  }

  private async isOf(applicationId: string, idNumber: string | undefined): Promise<boolean> {
    const other = await this.applications.find(applicationId);
    if (!other || (await this.subjects.ownAccountOf(other.row)) === undefined) return false;
    const subject = await this.subjects.of(other.row);
    return idNumber !== undefined && subject?.person.idNumber === idNumber;
  }

  private async commitment({ application, promises }: PaperStand): Promise<CommitmentView | undefined> {
    const [last] = await this.papers.commitmentsOf(application.row.id);
    if (!last || promises.length === 0) return undefined;
    const extended = last.number > 1;
    const until = addDays(this.today, this.limits.extensionDays);
    const names = new Map(last.papers.map(({ kind, name }) => [kind, name]));
    return {
      signedAt: last.signedAt.toISOString(),
      papers: promises.map(({ kind, dueDay, keptAt }) => ({
        kind,
        name: names.get(kind) ?? kind,
        by: dueDay,
        kept: keptAt !== null,
      })),
      text: last.text,
      ...(extended ? { extended } : application.row.state === 'open' && { extension: { until } }),
    };
  }

  private termsOf({ application, promises }: PaperStand, commitment: CommitmentView | undefined): PapersView['terms'] {
    const { followDays, extensionDays } = this.limits;
    const today = this.today;
    if (application.row.state === 'draft') {
      return { lastDay: lastPromiseDay(today, this.limits), followDays, extensionDays };
    }
    const open = promises.filter(({ keptAt }) => keptAt === null).map(({ kind }) => kind);
    const extend = commitment?.extension && open.length > 0 ? { extend: open } : {};
    return { lastDay: addDays(today, extensionDays), followDays, extensionDays, ...extend };
  }
}

function earlierView({ row, pages }: KeptPaper): EarlierPaper {
  const taken = pages[0]?.takenAt.getTime() ?? 0;
  return { takenOn: dayInShanghai(taken), ...(row.validUntil !== null && { validUntil: row.validUntil }) };
}
