import { createHash, randomUUID } from 'node:crypto';
import type { UrgentSaid, UrgentState, UrgentStepKind } from '@jinmen/shared/urgent/views';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock';
import { forUpdate } from '../../platform/database/row-lock';
import { Transactions } from '../../platform/database/transactions';
import { SealBroken } from '../../platform/sealing/envelope';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { NOT_OPENED, openedOr } from '../../platform/sealing/those-that-open';
import { urgentNumber } from './urgent-number';
import { UrgentRequest, UrgentStep, urgentDetail, urgentTold } from './urgent-request.entity';

/** A request as it is worked with. */
export interface OpenedRequest {
  readonly row: UrgentRequest;
  readonly said: UrgentSaid;
  /** What was said does not open any more: somebody waits all the same. */
  readonly unreadable?: true;
}

export interface OpenedStep {
  readonly at: Date;
  readonly kind: UrgentStepKind;
  readonly detail?: string;
}

/** Where a step leads; what is not named changes nothing. */
const LEADS_TO: Partial<Record<UrgentStepKind, UrgentState>> = {
  'looked-at': 'seen',
  contacted: 'seen',
  visited: 'seen',
  'handed-on': 'seen',
  helped: 'over',
  closed: 'over',
};

/** All SQL about urgent requests, and what is sealed in them. */
@Injectable()
export class UrgentRequestsRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Inside a transaction. */
  async add(said: UrgentSaid, whose: { accountId?: string; secret?: string }): Promise<OpenedRequest> {
    const id = randomUUID();
    const row: UrgentRequest = {
      id,
      number: urgentNumber(),
      accountId: whose.accountId ?? null,
      secretDigest: whose.secret === undefined ? null : digestOf(whose.secret),
      streetCode: said.street ?? null,
      state: 'waiting',
      told: this.sealing.sealJson(labelIn(urgentTold, id), said),
      askedAt: this.clock.now(),
      seenAt: null,
      escalatedAt: null,
    };
    await this.transactions.manager.insert(UrgentRequest, row);
    await this.addStep(row, { kind: 'asked', at: row.askedAt });
    return { row, said };
  }

  find(id: string): Promise<OpenedRequest | undefined> {
    return this.findBy({ id });
  }

  findBySecret(secret: string): Promise<OpenedRequest | undefined> {
    return this.findBy({ secretDigest: digestOf(secret) });
  }

  /** The newest first. */
  async ofAccount(accountId: string, take: number): Promise<readonly OpenedRequest[]> {
    const order = { askedAt: 'DESC', id: 'ASC' } as const;
    return (await this.transactions.manager.find(UrgentRequest, { where: { accountId }, order, take })).map((row) =>
      this.opened(row),
    );
  }

  /** For whoever has the secret and signed in: nothing when it already is somebody's. */
  async claim(secret: string, accountId: string): Promise<boolean> {
    const where = { secretDigest: digestOf(secret), accountId: IsNull() };
    return (await this.transactions.manager.update(UrgentRequest, where, { accountId })).affected === 1;
  }

  /** Locks it for the rest of the transaction; also what does not open. */
  async forChange(id: string): Promise<OpenedRequest | undefined> {
    const { manager } = this.transactions;
    const row = await manager.findOne(UrgentRequest, { where: { id }, ...forUpdate(manager) });
    return row ? this.openedOrNot(row) : undefined;
  }

  /** Says what happened, and lets the request move on by it. On a row locked or made in this transaction. */
  async happen({ row }: OpenedRequest, step: OpenedStep): Promise<void> {
    await this.addStep(row, step);
    const next = row.state === 'over' ? undefined : LEADS_TO[step.kind];
    const change = {
      ...(next && { state: next }),
      ...(next && row.seenAt === null && { seenAt: step.at }),
      ...(step.kind === 'escalated' && { escalatedAt: step.at }),
    };
    if (Object.keys(change).length > 0) {
      await this.transactions.manager.update(UrgentRequest, { id: row.id }, change);
      Object.assign(row, change);
    }
  }

  /** By the request each belongs to, the oldest first. */
  async stepsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly OpenedStep[]>> {
    const found = new Map<string, OpenedStep[]>(ids.map((id) => [id, []]));
    const where = { requestId: In([...ids]) };
    for (const { id, requestId, at, kind, detail } of await this.transactions.manager.find(UrgentStep, {
      where,
      order: { requestId: 'ASC', position: 'ASC' },
    })) {
      const opened = detail && openedOr(() => this.sealing.open(labelIn(urgentDetail, id), detail), NOT_OPENED);
      found.get(requestId)?.push({ at, kind, ...(opened && { detail: opened }) });
    }
    return found;
  }

  /** Ids of those nobody looked at since before then, and nobody was told of yet, whoever waits longest first. */
  async unseenSince(before: Date, take: number): Promise<readonly string[]> {
    const where = { state: 'waiting', escalatedAt: IsNull(), askedAt: LessThan(before) } as const;
    const order = { askedAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.transactions.manager.find(UrgentRequest, { where, select: { id: true }, order, take });
    return rows.map(({ id }) => id);
  }

  private async findBy(where: { id: string } | { secretDigest: string }): Promise<OpenedRequest | undefined> {
    const row = await this.transactions.manager.findOneBy(UrgentRequest, where);
    return row ? this.opened(row) : undefined;
  }

  /** One that does not open hides no other who waits. */
  openedOrNot(row: UrgentRequest): OpenedRequest {
    try {
      return this.opened(row);
    } catch (error) {
      // its seal rang the alarm
      if (!(error instanceof SealBroken)) throw error;
      return { row, said: { forSomebodyElse: false, kinds: [] }, unreadable: true };
    }
  }

  private opened(row: UrgentRequest): OpenedRequest {
    return { row, said: this.sealing.openJson<UrgentSaid>(labelIn(urgentTold, row.id), row.told) };
  }

  private async addStep({ id: requestId }: UrgentRequest, { at, kind, detail }: OpenedStep): Promise<void> {
    const { manager } = this.transactions;
    const id = randomUUID();
    const position = (await manager.countBy(UrgentStep, { requestId })) + 1;
    const sealed = detail === undefined ? null : this.sealing.seal(labelIn(urgentDetail, id), detail);
    await manager.insert(UrgentStep, { id, requestId, position, at, kind, detail: sealed });
  }
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
