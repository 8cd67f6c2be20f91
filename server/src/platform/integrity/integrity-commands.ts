import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { AuditRestores } from '../audit/audit-restores';
import { AuditSealer } from '../audit/audit-sealer';
import { Transactions } from '../database/transactions';
import type { OperatorReply } from '../operator-socket/message';
import { OperatorSocket } from '../operator-socket/operator-socket';
import { AfterRestore } from './after-restore';
import { type CheckResult, type Depth, IntegrityChecks } from './integrity-checks';

/** What `npm run integrity` does, in words. Also while a running process has the embedded database to itself. */
@Injectable()
export class IntegrityCommands implements OnModuleInit {
  constructor(
    private readonly socket: OperatorSocket,
    private readonly checks: IntegrityChecks,
    private readonly afterRestore: AfterRestore,
    private readonly restores: AuditRestores,
    private readonly sealer: AuditSealer,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.socket.handle('integrity', ({ all }) => this.check({ all: all === 'yes' }));
    this.socket.handle('restored', ({ who = '', why = '', all }) => this.restored(who, why, { all: all === 'yes' }));
    this.socket.handle('end-sessions', ({ who = '', why = '' }) => this.endSessions(who, why));
  }

  async check(depth: Depth): Promise<OperatorReply> {
    const results = await this.checks.run(depth);
    const ok = results.every(({ wrong }) => wrong.length === 0);
    return { ok, lines: [...results.flatMap(linesOf), ok ? 'Everything holds.' : 'NOT WHOLE'] };
  }

  /**
   * Ends what must not go on after a restore, puts on record who restored and why, and then looks. Those who were asked
   * to be forgotten since the backup are forgotten already: every start does that.
   */
  async restored(who: string, why: string, depth: Depth): Promise<OperatorReply> {
    if (who.trim() === '' || why.trim() === '') return { ok: false, lines: ['say who restored the database and why'] };
    const done = await this.endWhatRuns('database.restored', who, why);
    await this.sealer.seal();
    const cut = await this.restores.record(who.trim(), why.trim());
    await this.sealer.seal();
    await this.sealer.anchor();
    const lost = cut ? `the audit was put back from record ${cut.from} to ${cut.to}` : 'no audit record is lost';
    const { ok, lines } = await this.check(depth);
    return { ok, lines: [...done, `${lost}, and this restore is on record`, ...lines] };
  }

  /**
   * Ends every session, residents' and colleagues', and puts on record who did and why. For an incident: it claims no
   * restore, so what somebody did to the audit stays found.
   */
  async endSessions(who: string, why: string): Promise<OperatorReply> {
    if (who.trim() === '' || why.trim() === '') return { ok: false, lines: ['say who ends all sessions and why'] };
    return { ok: true, lines: [...(await this.endWhatRuns('sessions.all-ended', who, why)), 'and this is on record'] };
  }

  private async endWhatRuns(
    action: 'database.restored' | 'sessions.all-ended',
    who: string,
    why: string,
  ): Promise<readonly string[]> {
    const done = await this.afterRestore.run();
    const reason = `${who.trim()}: ${why.trim()}`;
    const actor = { kind: 'staff', id: 'shell' } as const;
    await this.transactions.run(() => this.audit.record({ action, actor, reason }));
    return done;
  }
}

function linesOf({ name, seen, wrong }: CheckResult): string[] {
  const verdict = wrong.length === 0 ? 'holds' : 'WRONG';
  return [`${name}: ${seen}: ${verdict}`, ...wrong.map((line) => `  ${name}: ${line}`)];
}
