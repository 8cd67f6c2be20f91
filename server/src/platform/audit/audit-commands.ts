import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OperatorReply } from '../operator-socket/message';
import { OperatorSocket } from '../operator-socket/operator-socket';
import { Anchors } from './anchors';
import { AuditRestores } from './audit-restores';
import { AuditVerifier } from './audit-verifier';

/** What `npm run audit:verify` does, in words. Also while a running process has the embedded database to itself. */
@Injectable()
export class AuditCommands implements OnModuleInit {
  constructor(
    private readonly socket: OperatorSocket,
    private readonly verifier: AuditVerifier,
    private readonly restores: AuditRestores,
    private readonly anchors: Anchors,
  ) {}

  onModuleInit(): void {
    this.socket.handle('audit-verify', () => this.verify());
    this.socket.handle('audit-restored', ({ who = '', why = '' }) => this.restored(who, why));
  }

  async verify(): Promise<OperatorReply> {
    const { links, young, anchoredSeq, problems } = await this.verifier.verify();
    const seen = `${links} records in the chain, anchored up to ${anchoredSeq}; ${young} not sealed yet`;
    if (problems.length > 0) return { ok: false, lines: [...problems, `${seen}. NOT WHOLE`] };
    const restores = this.anchors.listRestores().map(({ at, who, why }) => `restored at ${at} by ${who}: ${why}`);
    return { ok: true, lines: [...restores, `${seen}. Whole.`] };
  }

  async restored(who: string, why: string): Promise<OperatorReply> {
    if (who.trim() === '' || why.trim() === '') return { ok: false, lines: ['say who restored the database and why'] };
    const recorded = await this.restores.record(who.trim(), why.trim());
    if (!recorded) return { ok: false, lines: ['the chain holds up to its newest anchor: nothing to record'] };
    return { ok: true, lines: [`recorded: from ${recorded.from} back to ${recorded.to}`] };
  }
}
