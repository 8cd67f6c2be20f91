import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OperatorReply } from '../../../platform/operator-socket/message';
import { OperatorSocket } from '../../../platform/operator-socket/operator-socket';
import { holdable, LegalHolds } from './legal-holds.service';
import { Retention } from './retention.service';

const SAY_WHAT = `say what stays as <table>:<id>, with all its parts; the table is one of ${holdable.join(', ')}`;
const NOT_FROM_CHANGE =
  'it is kept from removal, not from change by whoever may write in it: take a copy (npm run backup)';

/** What `npm run retention` does, in words. Also while a running process has the embedded database to itself. */
@Injectable()
export class RetentionCommands implements OnModuleInit {
  constructor(
    private readonly socket: OperatorSocket,
    private readonly retention: Retention,
    private readonly holds: LegalHolds,
  ) {}

  onModuleInit(): void {
    this.socket.handle('retention', ({ dry }) => this.run(dry === 'yes'));
    this.socket.handle('legal-hold', ({ object = '', who = '', why = '' }) => this.hold(object, who, why));
    this.socket.handle('legal-release', ({ object = '', who = '', why = '' }) => this.release(object, who, why));
  }

  async run(dry: boolean): Promise<OperatorReply> {
    const removed = await this.retention.run({ dry });
    const lines = removed.map(({ rule, counts, held, failed }) => {
      if (failed) return `${rule.name} (${rule.table}): COULD NOT BE DONE, the log says why`;
      const tables = [...counts].map(([table, count]) => `${table} ${count}`).join(', ') || 'nothing';
      return `${rule.name} (${rule.table}): ${tables}${held > 0 ? `; ${held} under a legal hold stay` : ''}`;
    });
    return {
      ok: removed.every(({ failed }) => !failed),
      lines: [...lines, dry ? 'Nothing was removed: this was a dry run.' : 'Removed, and in the audit.'],
    };
  }

  async hold(object: string, who: string, why: string): Promise<OperatorReply> {
    const [table = ''] = object.split(':');
    const problem = holdable.includes(table) ? problemOf(object, who, why) : SAY_WHAT;
    if (problem) return { ok: false, lines: [problem] };
    if (!(await this.holds.hold(object, who, why))) return { ok: false, lines: [`there is no ${object}`] };
    return { ok: true, lines: [`${object} stays until it is released`, NOT_FROM_CHANGE] };
  }

  async release(object: string, who: string, why: string): Promise<OperatorReply> {
    const problem = problemOf(object, who, why);
    if (problem) return { ok: false, lines: [problem] };
    const there = await this.holds.release(object, who, why);
    return there ? { ok: true, lines: [`${object} is released`] } : { ok: false, lines: [`nothing holds ${object}`] };
  }
}

function problemOf(object: string, who: string, why: string): string | undefined {
  if (!/^[a-z_]+:[\w-]+$/.test(object)) return SAY_WHAT;
  return who.trim() === '' || why.trim() === '' ? 'say who holds it and why' : undefined;
}
