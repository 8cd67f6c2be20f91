import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Transactions } from '../database/transactions';
import type { OperatorReply } from '../operator-socket/message';
import { OperatorSocket } from '../operator-socket/operator-socket';
import { type SignedNow, SignedRows } from './signed-rows';
import { objectOf, ROWS_SIGNED, UnsignedTime } from './unsigned-time';

/** What `npm run integrity -- --signed` does, in words. */
@Injectable()
export class SigningCommands implements OnModuleInit {
  constructor(
    private readonly socket: OperatorSocket,
    private readonly rows: SignedRows,
    private readonly time: UnsignedTime,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.socket.handle('signed', ({ who = '', why = '' }) => this.signed(who, why));
  }

  /**
   * Says that no version without signatures serves any more: what stands is signed as it stands, and from then on a row
   * without a signature is a finding. Who answers for that is on record.
   */
  async signed(who: string, why: string): Promise<OperatorReply> {
    if (who.trim() === '' || why.trim() === '') return { ok: false, lines: ['say who answers for the rows, and why'] };
    const done = await this.rows.signAll();
    await this.transactions.run(() => this.record(done, `${who.trim()}: ${why.trim()}`));
    this.time.askAgain();
    const lines = done.map(({ name, signed }) => `${name}: ${signed} rows were signed as they stand`);
    const left = done.flatMap((each) => each.left);
    return { ok: left.length === 0, lines: [...lines, ...left.map((line) => `  not signed: ${line}`)] };
  }

  private async record(done: readonly SignedNow[], reason: string): Promise<void> {
    const actor = { kind: 'staff', id: 'shell' } as const;
    for (const { name, signed, left } of done) {
      const facts = { signed, left: left.length };
      await this.audit.record({ action: ROWS_SIGNED, actor, object: objectOf(name), reason, facts });
    }
  }
}
