import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AuditMacs } from '../../../platform/audit/audit-macs';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';

/** One line: an account whose owner asked to be forgotten. Random ids and no name. */
interface LedgerLine {
  readonly id: string;
  readonly at: string;
  readonly account: string;
  readonly keyId: number;
  readonly mac: string;
}

/**
 * The append-only file outside the database of who asked to be forgotten (docs/adr/0031). A backup made before they asked
 * knows nothing of it; this file does. Signed, so that nobody has somebody forgotten by adding a line.
 */
@Injectable()
export class DeletionLedger {
  constructor(
    private readonly config: Config,
    private readonly macs: AuditMacs,
    private readonly clock: Clock,
  ) {}

  /** On the disk when this returns. */
  append(account: string): void {
    const [id, at] = [randomUUID(), this.clock.now().toISOString()];
    const { keyId, mac } = this.macs.sign('deletion', [id, at, account]);
    const line: LedgerLine = { id, at, account, keyId, mac: mac.toString('hex') };
    const path = this.config.deletionLedgerFile;
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'a+', 0o600);
    try {
      // a line torn when the power went would swallow this one
      const end = endsWhole(file) ? '' : '\n';
      writeSync(file, `${end}${JSON.stringify(line)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /**
   * Every account somebody asked to have forgotten, or of those who did from then on; how many lines cannot be read or are
   * not signed by us.
   */
  read(since?: Date): { readonly accounts: readonly string[]; readonly broken: number } {
    const path = this.config.deletionLedgerFile;
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
    const whole = lines.flatMap((line) => this.lineIn(line) ?? []);
    const wanted = whole.filter(({ at }) => since === undefined || at >= since.toISOString());
    return { accounts: [...new Set(wanted.map(({ account }) => account))], broken: lines.length - whole.length };
  }

  private lineIn(text: string): Pick<LedgerLine, 'account' | 'at'> | undefined {
    try {
      // cast: whatever it is, its MAC below says whether we wrote it
      const { id, at, account, keyId, mac } = JSON.parse(text) as LedgerLine;
      const holds = this.macs.holds('deletion', [id, at, account], { keyId, mac: Buffer.from(mac, 'hex') });
      return holds ? { account, at } : undefined;
    } catch {
      return undefined;
    }
  }
}

function endsWhole(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n');
}
