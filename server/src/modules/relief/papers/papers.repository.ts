import { randomUUID } from 'node:crypto';
import type { PaperPromise, PromisedPaper } from '@jinmen/shared/applications/commitment';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import type { TakenFile } from '../../uploads/uploads.port';
import type { Application } from '../applications/application.entity';
import type { Whose } from '../applications/applications.repository';
import { Commitment, commitmentContent } from './commitment.entity';
import { Paper, PaperPage, PaperPromiseRow, PromiseReminder } from './paper.entity';

/** A paper with its photos in their order. */
export interface KeptPaper {
  readonly row: Readonly<Paper>;
  readonly pages: readonly Readonly<PaperPage & { position: number }>[];
}

/** What was agreed to. */
export interface SignedCommitment {
  readonly number: number;
  readonly signedAt: Date;
  readonly papers: readonly Omit<PromisedPaper, 'kept'>[];
  readonly text: readonly string[];
}

/** A photo or file as whoever gave it looks for it. */
export interface GivenPage extends Readonly<PaperPage> {
  readonly kind: string;
  readonly application: Readonly<Pick<Application, 'id' | 'programmes'>>;
}

/** More of them than anybody gave. */
const MOST_GIVEN = 1000;

/** All SQL about papers and promises. Whoever changes them has locked the application before. */
@Injectable()
export class PapersRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async papersOf(applicationId: string): Promise<KeptPaper[]> {
    const { manager } = this.transactions;
    const rows = await manager.findBy(Paper, { applicationId });
    const where = { paperId: In(rows.map(({ id }) => id)) };
    const pages = rows.length === 0 ? [] : await manager.find(PaperPage, { where, order: { position: 'ASC' } });
    return rows.map((row) => ({
      row,
      pages: pages.filter(isShown).filter(({ paperId }) => paperId === row.id),
    }));
  }

  /** Makes it if it is not there; says how it comes from now on. */
  async choose(
    applicationId: string,
    kind: string,
    way: Paper['way'],
    validUntil: CivilDate | null = null,
  ): Promise<Paper> {
    const { manager } = this.transactions;
    const known = await manager.findOneBy(Paper, { applicationId, kind });
    const row = { id: known?.id ?? randomUUID(), applicationId, kind, way, validUntil };
    if (known) await manager.update(Paper, { id: known.id }, { way, validUntil });
    else await manager.insert(Paper, row);
    return row;
  }

  async addPage(paperId: string, position: number, { fileId, kind, unclear }: TakenFile): Promise<void> {
    const taken = { takenAt: this.clock.now(), sentAt: null };
    const row = { id: randomUUID(), paperId, position, fileId, type: kind, unclear: unclear ?? null, ...taken };
    await this.transactions.manager.insert(PaperPage, row);
  }

  /** Of what was sent: it is not shown any more, and stays for the message that carries it. */
  async setAside(pageId: string): Promise<void> {
    await this.transactions.manager.update(PaperPage, { id: pageId }, { position: null });
  }

  async dropPage(pageId: string): Promise<void> {
    await this.transactions.manager.delete(PaperPage, { id: pageId });
  }

  /** The others move up. */
  async removePages(paper: KeptPaper, fileIds: readonly string[]): Promise<void> {
    const { manager } = this.transactions;
    await manager.delete(PaperPage, { paperId: paper.row.id, fileId: In([...fileIds]) });
    const left = paper.pages.filter(({ fileId }) => !fileIds.includes(fileId));
    for (const [index, { id, position }] of left.entries()) {
      if (position !== index + 1) await manager.update(PaperPage, { id }, { position: index + 1 });
    }
  }

  async removePaper(paperId: string): Promise<void> {
    const { manager } = this.transactions;
    await manager.delete(PaperPage, { paperId });
    await manager.delete(Paper, { id: paperId });
  }

  async markSent(pageIds: readonly string[]): Promise<void> {
    if (pageIds.length === 0) return;
    await this.transactions.manager.update(PaperPage, { id: In([...pageIds]) }, { sentAt: this.clock.now() });
  }

  /** Everything of a draft that is thrown away; the ids of its files, to be forgotten. */
  async removeAll(applicationId: string): Promise<readonly string[]> {
    const { manager } = this.transactions;
    const rows = await manager.findBy(Paper, { applicationId });
    const paperId = In(rows.map(({ id }) => id));
    const files = rows.length === 0 ? [] : await manager.findBy(PaperPage, { paperId });
    if (rows.length > 0) await manager.delete(PaperPage, { paperId });
    await manager.delete(Paper, { applicationId });
    await manager.delete(PaperPromiseRow, { applicationId });
    await manager.delete(Commitment, { applicationId });
    return files.map(({ fileId }) => fileId);
  }

  promisesOf(applicationId: string): Promise<PaperPromiseRow[]> {
    return this.transactions.manager.find(PaperPromiseRow, { where: { applicationId }, order: { kind: 'ASC' } });
  }

  /** Instead of the promises of these papers before; `others` that are not kept fall away. */
  async promise(applicationId: string, promises: readonly PaperPromise[], others: 'stay' | 'go'): Promise<void> {
    const { manager } = this.transactions;
    const kinds = promises.map(({ kind }) => kind);
    await manager.delete(PaperPromiseRow, others === 'go' ? { applicationId } : { applicationId, kind: In(kinds) });
    const rows = promises.map(({ kind, by }) => ({ id: randomUUID(), applicationId, kind, dueDay: by }));
    await manager.insert(PaperPromiseRow, rows);
  }

  /** Not promised any more: it comes another way. */
  async unpromise(applicationId: string, kind: string): Promise<void> {
    await this.transactions.manager.delete(PaperPromiseRow, { applicationId, kind });
  }

  async keepPromises(applicationId: string, kinds: readonly string[]): Promise<void> {
    const open = { applicationId, kind: In([...kinds]), keptAt: IsNull() };
    await this.transactions.manager.update(PaperPromiseRow, open, { keptAt: this.clock.now() });
  }

  async missPromises(ids: readonly string[]): Promise<void> {
    await this.transactions.manager.update(PaperPromiseRow, { id: In([...ids]) }, { missedAt: this.clock.now() });
  }

  /** Applications with promises not kept whose day is this one or before it. */
  async applicationsWithPromisesUntil(day: CivilDate): Promise<readonly string[]> {
    const where = {
      keptAt: IsNull(),
      missedAt: IsNull(),
      dueDay: LessThanOrEqual(day),
      application: { state: 'open' as const },
    };
    const rows = await this.transactions.manager.find(PaperPromiseRow, { select: { applicationId: true }, where });
    return [...new Set(rows.map(({ applicationId }) => applicationId))];
  }

  /** False when it was written before. Inside the transaction of the message it stands for. */
  async remind(applicationId: string, dueDay: CivilDate, step: string): Promise<boolean> {
    const { manager } = this.transactions;
    if ((await manager.countBy(PromiseReminder, { applicationId, dueDay, step })) > 0) return false;
    await manager.insert(PromiseReminder, { applicationId, dueDay, step, sentAt: this.clock.now() });
    return true;
  }

  /** The last one first. */
  async commitmentsOf(applicationId: string): Promise<SignedCommitment[]> {
    const order = { number: 'DESC' } as const;
    const rows = await this.transactions.manager.find(Commitment, { where: { applicationId }, order });
    return rows.map(({ id, number, signedAt, content }) => ({
      number,
      signedAt,
      ...this.sealing.openJson<Pick<SignedCommitment, 'papers' | 'text'>>(labelIn(commitmentContent, id), content),
    }));
  }

  /** Instead of one of the same number: a draft's may be signed again. */
  async sign(applicationId: string, number: number, said: Pick<SignedCommitment, 'papers' | 'text'>): Promise<void> {
    const { manager } = this.transactions;
    await manager.delete(Commitment, { applicationId, number });
    const id = randomUUID();
    const content = this.sealing.sealJson(labelIn(commitmentContent, id), said);
    await manager.insert(Commitment, { id, applicationId, number, signedAt: this.clock.now(), content });
  }

  /** Every photo and file of these applications, also what was sent and then taken anew; the newest first. */
  async given({ accountId, but, and }: Whose): Promise<GivenPage[]> {
    const typed = { accountId, ...(but.length > 0 && { id: Not(In([...but])) }) };
    const applications = [typed, ...(and.length > 0 ? [{ id: In([...and]) }] : [])];
    const pages = await this.transactions.manager.find(PaperPage, {
      where: applications.map((application) => ({ paper: { application } })),
      relations: { paper: { application: true } },
      order: { takenAt: 'DESC', id: 'ASC' },
      take: MOST_GIVEN,
    });
    return pages.flatMap((page) => {
      const { paper } = page;
      return paper?.application ? [{ ...page, kind: paper.kind, application: paper.application }] : [];
    });
  }

  /** Papers that were sent with other applications of the account, the newest first. */
  async earlier(
    accountId: string,
    applicationId: string,
  ): Promise<readonly (KeptPaper & { readonly applicationId: string })[]> {
    const pages = await this.transactions.manager.find(PaperPage, {
      where: { paper: { application: { accountId } } },
      relations: { paper: true },
      order: { takenAt: 'DESC', position: 'ASC' },
      take: 200,
    });
    const sent = pages
      .filter(isShown)
      .filter(({ sentAt, paper }) => sentAt !== null && paper?.applicationId !== applicationId);
    const papers = new Map(sent.flatMap(({ paper }) => (paper ? [[paper.id, paper] as const] : [])));
    return [...papers.values()].map((row) => ({
      row,
      applicationId: row.applicationId,
      pages: sent.filter(({ paperId }) => paperId === row.id),
    }));
  }
}

function isShown(page: PaperPage): page is PaperPage & { position: number } {
  return page.position !== null;
}
