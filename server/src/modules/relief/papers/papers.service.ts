import type { Readable } from 'node:stream';
import { MOST_PAGES } from '@jinmen/shared/applications/paper-views';
import { isPaperKind, waysOf } from '@jinmen/shared/applications/papers';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { problems } from '../../../platform/http/problem';
import { type KeptFile, type TakenFile, Uploads } from '../../uploads/uploads.port';
import { ApplicationViews } from '../applications/application-views.service';
import { ApplicationsRepository } from '../applications/applications.repository';
import { ApplicationAccess } from '../whom/application-access.service';
import { needsIn, type PaperStand } from './paper-list';
import { paperProblems } from './paper-problems';
import { PaperStands } from './paper-stands.service';
import { type KeptPaper, PapersRepository } from './papers.repository';

/** Photos of papers, in a draft and after it was handed in. What is not sent yet may be changed as one likes. */
@Injectable()
export class Papers {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly papers: PapersRepository,
    private readonly stands: PaperStands,
    private readonly uploads: Uploads,
    private readonly views: ApplicationViews,
    private readonly transactions: Transactions,
    private readonly access: ApplicationAccess,
  ) {}

  /**
   * Puts one photo or PDF as a page of the paper: the given one, which it replaces, or the next. Put again it is the
   * same page again.
   * @throws Problem 404 for a paper nobody asks for, 409 `paper.over`, 422 `paper.too-many` or `paper.no-such-page`,
   * whatever `Uploads.take` throws; nothing was changed then.
   */
  async putPage(accountId: string, id: string, kind: string, page: number, file: Readable): Promise<ApplicationView> {
    this.room(await this.stands.find(id), kind, page);
    const taken = await this.uploads.take(accountId, file);
    return this.transactions.run(async () => {
      await this.access.mustBeTheirs(accountId, id);
      const stand = await this.stands.findForUpdate(id);
      const before = this.room(stand, kind, page);
      const { id: paperId } = await this.papers.choose(id, kind, 'photo');
      if (before) await this.takeAway(before, page);
      await this.keep(accountId, paperId, page, taken);
      if (stand.application.row.state === 'draft') await this.papers.unpromise(id, kind);
      return this.views.find(id, accountId);
    });
  }

  /** Uses again what was given with an earlier application, or says that it is brought to the counter. */
  async chooseWay(accountId: string, id: string, kind: string, way: 'have' | 'in-person'): Promise<ApplicationView> {
    const earlier = way === 'have' ? await this.copied(id, kind) : undefined;
    return this.transactions.run(async () => {
      await this.access.mustBeTheirs(accountId, id);
      const stand = await this.stands.findForUpdate(id);
      const need = needsIn(stand).find((each) => each.kind === kind);
      if (!need) throw problems.notFound();
      if (!waysOf(need, true).includes(way)) throw paperProblems.notThisWay();
      const before = stand.kept.find(({ row }) => row.kind === kind);
      if (before && way === 'have') await this.removeUnsent(before);
      const { id: paperId } = await this.papers.choose(id, kind, way, earlier?.validUntil ?? null);
      const offset = (before?.pages ?? []).filter(({ sentAt }) => sentAt !== null).length;
      for (const [index, file] of (earlier?.files ?? []).entries()) {
        await this.keep(accountId, paperId, offset + index + 1, file);
      }
      if (stand.application.row.state === 'draft') await this.papers.unpromise(id, kind);
      return this.views.find(id, accountId);
    });
  }

  /** One page, or the whole paper. @throws Problem 409 `paper.sent` for what the office has. */
  remove(accountId: string, id: string, kind: string, fileId?: string): Promise<ApplicationView> {
    return this.transactions.run(async () => {
      await this.access.mustBeTheirs(accountId, id);
      await this.applications.getForUpdate(id);
      const paper = (await this.papers.papersOf(id)).find(({ row }) => row.kind === kind);
      const meant = (paper?.pages ?? []).filter((page) => fileId === undefined || page.fileId === fileId);
      // gone already: it was asked for twice
      if (!paper || (fileId !== undefined && meant.length === 0)) return this.views.find(id, accountId);
      if (meant.some(({ sentAt }) => sentAt !== null)) throw paperProblems.sent();
      const files = meant.map((page) => page.fileId);
      if (meant.length === paper.pages.length) await this.papers.removePaper(paper.row.id);
      else await this.papers.removePages(paper, files);
      await this.uploads.forget(files);
      return this.views.find(id, accountId);
    });
  }

  /** @throws Problem 404 */
  async read(id: string, kind: string, fileId?: string): Promise<KeptFile & { readonly page: number }> {
    const paper = (await this.papers.papersOf(id)).find(({ row }) => row.kind === kind);
    const page = paper?.pages.find((each) => fileId === undefined || each.fileId === fileId);
    const file = page && (await this.uploads.read(page.fileId));
    if (!page || !file) throw problems.notFound();
    return { ...file, page: page.position };
  }

  /** Whether the page may be put, before its file is read and again behind the lock. */
  private room(stand: PaperStand, kind: string, page: number): KeptPaper | undefined {
    const need = isPaperKind(kind) ? needsIn(stand).find((each) => each.kind === kind) : undefined;
    if (!need) throw problems.notFound();
    if (!['draft', 'open'].includes(stand.application.row.state)) throw paperProblems.over();
    if (need.fetchedBy !== undefined || need.original) throw paperProblems.notThisWay();
    const paper = stand.kept.find(({ row }) => row.kind === kind);
    const pages = paper?.pages.length ?? 0;
    if (page > pages + 1) throw paperProblems.noSuchPage();
    const used = stand.kept.reduce((sum, { pages: of }) => sum + of.length, 0);
    if (page > pages && used >= MOST_PAGES) throw paperProblems.tooMany();
    return paper;
  }

  private async takeAway({ pages }: KeptPaper, position: number): Promise<void> {
    const old = pages.find((page) => page.position === position);
    if (!old) return;
    await this.papers.setAside(old.id);
    if (old.sentAt !== null) return;
    await this.papers.dropPage(old.id);
    await this.uploads.forget([old.fileId]);
  }

  private async removeUnsent(paper: KeptPaper): Promise<void> {
    const files = paper.pages.filter(({ sentAt }) => sentAt === null).map(({ fileId }) => fileId);
    await this.papers.removePages(paper, files);
    await this.uploads.forget(files);
  }

  private async keep(accountId: string, paperId: string, page: number, file: TakenFile): Promise<void> {
    await this.uploads.keep(file, accountId);
    await this.papers.addPage(paperId, page, file);
  }

  /** @throws Problem 422 `paper.not-this-way` when there is nothing of it to use again. */
  private async copied(id: string, kind: string) {
    const opened = await this.applications.get(id);
    const paper = (await this.stands.earlier(opened)).find(({ row }) => row.kind === kind);
    if (!paper || opened.row.state !== 'draft') throw paperProblems.notThisWay();
    const files: TakenFile[] = [];
    for (const { fileId } of paper.pages) {
      const copy = await this.uploads.copy(fileId);
      if (copy) files.push(copy);
    }
    return { validUntil: paper.row.validUntil, files };
  }
}
