import { randomUUID } from 'node:crypto';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { labelIn } from '../../platform/sealing/sealed-column';
import { Sealing } from '../../platform/sealing/sealing';
import { changedBySealed, changeReasonSealed, StandardChange } from './standard-change.entity';

/** One figure's way from `before` to `after`; an absent side means it was not there. */
export interface FigureChange {
  /** `release`: the release itself at its start; `operator`: somebody with a change file. */
  readonly origin: 'release' | 'operator';
  readonly before?: StandardRow | undefined;
  readonly after?: StandardRow | undefined;
}

/** A change as it was made. */
export interface RecordedChange {
  readonly key: string;
  readonly fromDay: string;
  readonly changedAt: Date;
  readonly changedBy: string;
  readonly reason: string;
  readonly before: StandardRow | null;
  readonly after: StandardRow | null;
}

/** Who changed which figure and why, kept sealed, and the audit record that ties it down. */
@Injectable()
export class StandardRecords {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the changes. @param by whoever the change file names, or `release`. */
  async add(changes: readonly FigureChange[], by: string, why: string): Promise<void> {
    for (const change of changes) await this.addOne(change, by, why);
  }

  /** Ordered by key, then first day. */
  async list(): Promise<RecordedChange[]> {
    const order = { key: 'ASC', fromDay: 'ASC', changedAt: 'ASC' } as const;
    const found = await this.transactions.manager.find(StandardChange, { order });
    return found.map(({ id, changedBy, reason, ...record }) => ({
      ...record,
      changedBy: this.sealing.open(labelIn(changedBySealed, id), changedBy),
      reason: this.sealing.open(labelIn(changeReasonSealed, id), reason),
    }));
  }

  private async addOne({ before, after, origin }: FigureChange, by: string, why: string): Promise<void> {
    const named = after ?? before;
    if (!named) throw new RangeError('a change needs a row before or after it');
    const id = randomUUID();
    await this.transactions.manager.insert(StandardChange, {
      id,
      changedAt: this.clock.now(),
      changedBy: this.sealing.seal(labelIn(changedBySealed, id), by),
      reason: this.sealing.seal(labelIn(changeReasonSealed, id), why),
      key: named.key,
      fromDay: named.from,
      before: before ?? null,
      after: after ?? null,
    });
    await this.audit.record({
      action: 'standard.changed',
      actor: origin === 'release' ? { kind: 'system', id: 'release' } : { kind: 'staff', id: 'change-file' },
      object: `standard-change:${id}`,
      reason: why,
      facts: {
        key: named.key,
        from: named.from,
        ...(before ? { before: before.value } : {}),
        ...(after ? { after: after.value } : {}),
      },
    });
  }
}
