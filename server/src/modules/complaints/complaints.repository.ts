import { randomUUID } from 'node:crypto';
import type { ComplaintKind } from '@jinmen/shared/complaints/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, LessThan, MoreThan, Not } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import type { PageRequest, Place } from '../../platform/http/page';
import { labelIn, type SealedColumn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { NOT_OPENED, openedOr } from '../../platform/sealing/those-that-open';
import { Complaint, complaintAnswer, complaintText } from './complaint.entity';

/** A complaint with its words, opened; what does not open says so, and the complaint stays one to be answered. */
export interface OpenedComplaint {
  readonly row: Readonly<Complaint>;
  readonly text: string;
  readonly answer?: string;
}

export interface NewComplaint {
  readonly accountId: string;
  readonly number: string;
  readonly kind: ComplaintKind;
  readonly text: string;
  readonly dueOn: CivilDate;
  readonly applicationId?: string;
  readonly office?: string;
}

/** Which of them a desk reads. */
export interface Those {
  readonly state: Complaint['state'];
  readonly offices: readonly string[] | 'all';
  /** Accounts whose complaints are somebody else's to read. */
  readonly but: readonly string[];
}

/** All SQL about complaints. */
@Injectable()
export class ComplaintsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async add({ accountId, number, kind, text, dueOn, applicationId, office }: NewComplaint): Promise<OpenedComplaint> {
    const id = randomUUID();
    const row: Complaint = {
      id,
      accountId,
      number,
      kind: kind === 'correction' ? 'suggestion' : kind,
      isCorrection: kind === 'correction' ? 1 : 0,
      applicationId: applicationId ?? null,
      officeCode: office ?? null,
      text: this.sealing.seal(labelIn(complaintText, id), text),
      state: 'open',
      dueOn,
      answer: null,
      answeredAt: null,
      createdAt: this.clock.now(),
    };
    await this.transactions.manager.insert(Complaint, row);
    return { row, text };
  }

  async find(id: string): Promise<OpenedComplaint | undefined> {
    const row = await this.transactions.manager.findOneBy(Complaint, { id });
    return row ? this.opened(row) : undefined;
  }

  async belongsTo(id: string, accountId: string): Promise<boolean> {
    return (await this.transactions.manager.countBy(Complaint, { id, accountId })) > 0;
  }

  /** Newest first. */
  async list(accountId: string, { limit, after }: PageRequest): Promise<OpenedComplaint[]> {
    const rows = await this.transactions.manager.find(Complaint, {
      where: after
        ? [
            { accountId, createdAt: LessThan(after.at) },
            { accountId, createdAt: after.at, id: LessThan(after.id) },
          ]
        : { accountId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit + 1,
    });
    return rows.map((row) => this.opened(row));
  }

  /**
   * One more than asked for, where there is one: of the open ones the one due first first (whatever the notices are, that is
   * the one that came first), of the answered the newest.
   */
  async page({ limit, after, ...those }: PageRequest & Those): Promise<OpenedComplaint[]> {
    const direction = those.state === 'open' ? 'ASC' : 'DESC';
    const rows = await this.transactions.manager.find(Complaint, {
      where: after ? behind(those, after) : { state: those.state, ...within(those) },
      order: { createdAt: direction, id: direction },
      take: limit + 1,
    });
    return rows.map((row) => this.opened(row));
  }

  countBehind(those: Those, after: Place): Promise<number> {
    return this.transactions.manager.countBy(Complaint, behind(those, after));
  }

  /** Whether it was still open. */
  async answer(id: string, text: string): Promise<boolean> {
    const answer = this.sealing.seal(labelIn(complaintAnswer, id), text);
    const change = { state: 'answered', answer, answeredAt: this.clock.now() } as const;
    const { affected } = await this.transactions.manager.update(Complaint, { id, state: 'open' }, change);
    return affected === 1;
  }

  private opened(row: Complaint): OpenedComplaint {
    const { id, text, answer } = row;
    const open = (column: SealedColumn, sealed: Buffer) =>
      openedOr(() => this.sealing.open(labelIn(column, id), sealed), NOT_OPENED);
    return { row, text: open(complaintText, text), ...(answer && { answer: open(complaintAnswer, answer) }) };
  }
}

function within({ offices, but }: Those): FindOptionsWhere<Complaint> {
  return {
    ...(offices !== 'all' && { officeCode: In([...offices]) }),
    ...(but.length > 0 && { accountId: Not(In([...but])) }),
  };
}

function behind(those: Those, { at, id }: Place): FindOptionsWhere<Complaint>[] {
  const past = those.state === 'open' ? MoreThan : LessThan;
  const where = { state: those.state, ...within(those) };
  return [
    { ...where, createdAt: past(at) },
    { ...where, createdAt: at, id: past(id) },
  ];
}
