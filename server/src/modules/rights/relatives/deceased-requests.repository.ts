import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { NamedNumber } from '../../../bureaus/identity/identity.port';
import { Clock } from '../../../platform/clock';
import { forUpdate } from '../../../platform/database/row-lock';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { thoseThatOpen } from '../../../platform/sealing/those-that-open';
import {
  DeceasedRequest,
  requestAnswer,
  requestDeceased,
  requestRelativeName,
  requestRelativeNumber,
  requestSaid,
  type Said,
} from './deceased-request.entity';

/** More than a street has in hand. */
const MOST = 100;

export type NewRequest = Pick<DeceasedRequest, 'officeCode' | 'asks' | 'kinship' | 'deathPaper' | 'kinPaper'> &
  Pick<DeceasedRequest, 'personId' | 'recordedBy' | 'recordedMarks'> & {
    readonly deceased: NamedNumber;
    readonly relative: NamedNumber;
    readonly said: Said;
    /** What it was refused with at once. */
    readonly refusal?: string;
  };

/** What became of it. */
export interface Ending {
  readonly state: 'answered' | 'refused' | 'withdrawn';
  readonly by: string;
  readonly answer: string;
}

/** A request with what is sealed in it opened. Whole: mask what leaves the server. */
export interface OpenedRequest {
  readonly row: DeceasedRequest;
  readonly deceased: NamedNumber;
  readonly relative: NamedNumber;
  readonly said: Said;
  readonly answer?: string;
}

/** All SQL about what relatives of the dead asked for. */
@Injectable()
export class DeceasedRequests {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async add({ deceased, relative, said, refusal, ...rest }: NewRequest): Promise<OpenedRequest> {
    const id = randomUUID();
    const now = this.clock.now();
    const { keyId, digest } = this.sealing.index(requestRelativeNumber.index.purpose, relative.idNumber);
    const row: DeceasedRequest = {
      ...rest,
      id,
      deceased: this.sealing.seal(labelIn(requestDeceased, id), JSON.stringify(deceased)),
      relativeName: this.sealing.seal(labelIn(requestRelativeName, id), relative.name),
      relativeNumber: this.sealing.seal(labelIn(requestRelativeNumber, id), relative.idNumber),
      relativeKeyId: keyId,
      relativeDigest: digest,
      said: this.sealing.seal(labelIn(requestSaid, id), JSON.stringify(said)),
      recordedAt: now,
      ...{ state: refusal === undefined ? 'recorded' : 'refused', answeredBy: null },
      answer: refusal === undefined ? null : this.sealing.seal(labelIn(requestAnswer, id), refusal),
      endedAt: refusal === undefined ? null : now,
    };
    await this.transactions.manager.insert(DeceasedRequest, row);
    return this.opened(row);
  }

  /** The open ones first, the longest waiting first; without what cannot be opened. */
  async ofOffices(offices: readonly string[] | 'all'): Promise<OpenedRequest[]> {
    const where = offices === 'all' ? {} : { officeCode: In([...offices]) };
    const { manager } = this.transactions;
    const open = { where: { ...where, state: 'recorded' as const }, order: { recordedAt: 'ASC', id: 'ASC' } } as const;
    const over = { where: { ...where, state: In(['answered', 'refused', 'withdrawn']) } };
    const rows = [
      ...(await manager.find(DeceasedRequest, { ...open, take: MOST })),
      ...(await manager.find(DeceasedRequest, { ...over, order: { endedAt: 'DESC', id: 'DESC' }, take: MOST })),
    ];
    return thoseThatOpen(rows, (row) => this.opened(row));
  }

  async findForUpdate(id: string): Promise<OpenedRequest | undefined> {
    const { manager } = this.transactions;
    const row = await manager.findOne(DeceasedRequest, { where: { id }, ...forUpdate(manager) });
    return row ? this.opened(row) : undefined;
  }

  /** Whether it was still open. */
  async end(id: string, { state, by, answer }: Ending): Promise<boolean> {
    const sealed = this.sealing.seal(labelIn(requestAnswer, id), answer);
    const change = { state, answeredBy: by, answer: sealed, endedAt: this.clock.now() };
    const { affected } = await this.transactions.manager.update(DeceasedRequest, { id, state: 'recorded' }, change);
    return affected === 1;
  }

  private opened(row: DeceasedRequest): OpenedRequest {
    const { id } = row;
    return {
      row,
      // casts: as they were put there above
      deceased: JSON.parse(this.sealing.open(labelIn(requestDeceased, id), row.deceased)) as NamedNumber,
      relative: {
        name: this.sealing.open(labelIn(requestRelativeName, id), row.relativeName),
        idNumber: this.sealing.open(labelIn(requestRelativeNumber, id), row.relativeNumber),
      },
      said: JSON.parse(this.sealing.open(labelIn(requestSaid, id), row.said)) as Said,
      ...(row.answer && { answer: this.sealing.open(labelIn(requestAnswer, id), row.answer) }),
    };
  }
}
