import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { AuditMacs } from './audit-macs';
import { type ActorKind, AuditRow, auditReason } from './audit-row.entity';

/** Who did what to what, and why. Ids only; a name or a number belongs in none of these but `reason`, which is sealed. */
export interface AuditEntry {
  /** `relief-application.submitted` */
  readonly action: string;
  readonly actor: { readonly kind: ActorKind; readonly id: string };
  /** Whose data it was about: a person's or an account's id. */
  readonly person?: string;
  /** `relief-application:<id>` */
  readonly object?: string;
  readonly reason?: string;
  /** Never personal data. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Records acts, each in the transaction of the act: neither is ever there without the other. Locks nothing shared. */
@Injectable()
export class Audit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly macs: AuditMacs,
  ) {}

  /** @throws Error outside a transaction. */
  async record(entry: AuditEntry): Promise<void> {
    if (!this.transactions.isOpen) throw new Error('Audit.record needs the transaction of what it records');
    const id = randomUUID();
    const at = this.clock.now();
    const unsigned = {
      id,
      at: at.toISOString(),
      action: entry.action,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      person: entry.person ?? null,
      object: entry.object ?? null,
      facts: JSON.stringify(entry.facts ?? {}),
    };
    const reason = entry.reason ?? null;
    const { keyId, mac } = this.macs.sign('row', rowContent(unsigned, reason));
    const sealed = reason === null ? null : this.sealing.seal(labelIn(auditReason, id), reason);
    await this.transactions.manager.insert(AuditRow, { ...unsigned, at, reason: sealed, keyId, mac });
  }
}

type UnsignedRow = Omit<AuditRow, 'at' | 'reason' | 'keyId' | 'mac'> & { readonly at: string };

/** What a row's MAC covers: all of it, the reason as it was given, so that re-sealing changes nothing. */
export function rowContent(row: UnsignedRow, reason: string | null): readonly unknown[] {
  const { id, at, action, actorKind, actorId, person, object, facts } = row;
  return [id, at, action, actorKind, actorId, person, object, facts, reason];
}
