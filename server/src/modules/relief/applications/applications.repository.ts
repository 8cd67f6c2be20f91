import { randomUUID } from 'node:crypto';
import type { EvaluationView } from '@jinmen/shared/applications/views';
import { Injectable } from '@nestjs/common';
import { And, type FindOperator, In, LessThan, Not } from 'typeorm';
import { Clock, instantOf } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import type { PageRequest, Place } from '../../../platform/http/page';
import { problems } from '../../../platform/http/problem';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { AdultWord } from '../adults/adult-word.entity';
import { Signature } from '../adults/signature.entity';
import { SignatureLink } from '../adults/signature-link.entity';
import { PayeeRow } from '../money/payee.entity';
import { ApplicationSubject } from '../whom/application-subject.entity';
import { Application, applicationFields } from './application.entity';
import { type Draft, EMPTY_DRAFT } from './draft-fields';
import { Evaluation, evaluationContent } from './evaluation.entity';

/** An application with what was typed, opened. */
export interface OpenedApplication {
  readonly row: Readonly<Application>;
  readonly draft: Draft;
}

/** Whose list it is: what the account typed but for some, and some that others typed. */
export interface Whose {
  readonly accountId: string;
  readonly but: readonly string[];
  readonly and: readonly string[];
}

export type NewEvaluation = Omit<EvaluationView, 'at'>;

/** All SQL about applications; the cases behind them have a repository of their own. */
@Injectable()
export class ApplicationsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async create(
    accountId: string,
    programmes: readonly string[],
    draft: Draft = EMPTY_DRAFT,
  ): Promise<OpenedApplication> {
    const id = randomUUID();
    const now = this.clock.now();
    const row: Application = {
      id,
      accountId,
      state: 'draft',
      version: 1,
      programmes: [...programmes],
      fields: this.sealing.sealJson(labelIn(applicationFields, id), draft),
      createdAt: now,
      updatedAt: now,
      submittedAt: null,
      receiptNumber: null,
    };
    await this.transactions.manager.insert(Application, row);
    return { row, draft };
  }

  async find(id: string): Promise<OpenedApplication | undefined> {
    const row = await this.transactions.manager.findOneBy(Application, { id });
    return row ? this.opened(row) : undefined;
  }

  /** @throws Problem 404 when it went meanwhile. */
  async get(id: string): Promise<OpenedApplication> {
    const found = await this.find(id);
    if (!found) throw problems.notFound();
    return found;
  }

  /**
   * As `get`, and nobody else changes it or its cases until the open transaction ends. Lock it before its cases.
   * @throws Problem 404 when it went meanwhile.
   */
  async getForUpdate(id: string): Promise<OpenedApplication> {
    const { manager } = this.transactions;
    const row = await manager.findOne(Application, { where: { id }, ...forUpdate(manager) });
    if (!row) throw problems.notFound();
    return this.opened(row);
  }

  async belongsTo(id: string, accountId: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(Application, { id, accountId })) > 0;
  }

  /** Newest change first. */
  async list({ accountId, but, and }: Whose, { limit, after }: PageRequest): Promise<OpenedApplication[]> {
    const own = { accountId, ...(but.length > 0 && { id: Not(In([...but])) }) };
    const theirs = [own, ...(and.length > 0 ? [{ id: In([...and]) }] : [])];
    const rows = await this.transactions.manager.find(Application, {
      where: after ? theirs.flatMap((where) => laterThan(where, after)) : theirs,
      order: { updatedAt: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    return rows.map((row) => this.opened(row));
  }

  /** How many nobody handed in yet. */
  draftsOf(accountId: string): Promise<number> {
    return this.transactions.manager.countBy(Application, { accountId, state: 'draft' });
  }

  async write({ row, draft }: OpenedApplication, change: Partial<Application> = {}): Promise<OpenedApplication> {
    const fields = this.sealing.sealJson(labelIn(applicationFields, row.id), draft);
    const updated = { ...change, fields, updatedAt: this.clock.now() };
    await this.transactions.manager.update(Application, { id: row.id }, updated);
    return { row: { ...row, ...updated }, draft };
  }

  /** Something happened at a bureau: it is a newer one in the list, with or without another state. */
  async touch(id: string, change: Partial<Pick<Application, 'state'>> = {}): Promise<void> {
    await this.transactions.manager.update(Application, { id }, { ...change, updatedAt: this.clock.now() });
  }

  /** A draft and what belongs to it; nothing else goes. */
  async deleteDraft(id: string): Promise<boolean> {
    const { manager } = this.transactions;
    for (const table of [Signature, SignatureLink, AdultWord, PayeeRow, ApplicationSubject])
      await manager.delete(table, { applicationId: id });
    const { affected } = await manager.delete(Application, { id, state: 'draft' });
    return affected === 1;
  }

  async addEvaluation(applicationId: string, { basis, rulesVersion, ...content }: NewEvaluation): Promise<void> {
    const id = randomUUID();
    const sealed = this.sealing.sealJson(labelIn(evaluationContent, id), content);
    const row = { id, applicationId, basis, rulesVersion, at: await this.afterTheLast(applicationId), content: sealed };
    await this.transactions.manager.insert(Evaluation, row);
  }

  /** Now, or right behind the last one of the same instant: which is the newest is never left to chance. */
  private async afterTheLast(applicationId: string): Promise<Date> {
    const now = this.clock.now();
    const order = { at: 'DESC' } as const;
    const last = await this.transactions.manager.findOne(Evaluation, { where: { applicationId }, order });
    return last && last.at >= now ? instantOf(last.at.getTime() + 1) : now;
  }

  /** Oldest first. */
  async evaluations(applicationId: string): Promise<EvaluationView[]> {
    const order = { at: 'ASC', basis: 'ASC', id: 'ASC' } as const;
    const rows = await this.transactions.manager.find(Evaluation, { where: { applicationId }, order });
    return rows.map(({ id, basis, at, rulesVersion, content }) => ({
      basis,
      at: at.toISOString(),
      rulesVersion,
      ...this.sealing.openJson<Pick<EvaluationView, 'verdicts' | 'facts'>>(labelIn(evaluationContent, id), content),
    }));
  }

  private opened(row: Application): OpenedApplication {
    return { row, draft: this.sealing.openJson<Draft>(labelIn(applicationFields, row.id), row.fields) };
  }
}

function laterThan<Where extends { readonly id?: FindOperator<string> }>(where: Where, { at, id }: Place) {
  return [
    { ...where, updatedAt: LessThan(at) },
    { ...where, updatedAt: at, id: where.id ? And(where.id, LessThan(id)) : LessThan(id) },
  ];
}
