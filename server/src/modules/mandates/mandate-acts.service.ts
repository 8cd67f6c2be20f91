import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Audit, type AuditEntry } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock';
import type { MandateRow } from './mandate.entity';
import { MandateUse } from './mandates.port';
import { MandatesService } from './mandates.service';

/** The one place where a mandate begins and ends. Inside a transaction that holds its row. */
@Injectable()
export class MandateActs {
  constructor(
    private readonly mandates: MandatesService,
    private readonly discovery: DiscoveryService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async begin(row: MandateRow, actor: AuditEntry['actor'], by: 'code' | 'call' | 'account', reason?: string) {
    const begun = await this.mandates.move(row, actor.kind, { state: 'acting' });
    await this.record('mandate.begun', row, actor, { reason, facts: { by } });
    return begun;
  }

  async end(row: MandateRow, state: 'revoked' | 'ended', actor: AuditEntry['actor'], reason?: string): Promise<void> {
    const ended = await this.mandates.move(row, actor.kind, { state, endedAt: this.clock.now() });
    await this.record(`mandate.${state}`, row, actor, { reason });
    const mandate = this.mandates.opened(ended);
    if (!mandate) return;
    for (const { instance } of this.discovery.getProviders()) {
      if (instance instanceof MandateUse) await instance.ended(mandate);
    }
  }

  private record(
    action: string,
    { id, principalPersonId }: MandateRow,
    actor: AuditEntry['actor'],
    { reason, facts }: { reason: string | undefined; facts?: Record<string, string> },
  ): Promise<void> {
    return this.audit.record({
      action,
      actor,
      object: `mandate:${id}`,
      ...(principalPersonId !== null && { person: principalPersonId }),
      ...(reason !== undefined && { reason }),
      ...(facts && { facts }),
    });
  }
}
