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
import { open } from 'node:fs/promises';
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

  /** Every account somebody asked to have forgotten; how many lines cannot be read or are not signed by us. */
  read(): { readonly accounts: readonly string[]; readonly broken: number } {
    const path = this.config.deletionLedgerFile;
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
    const whole = lines.flatMap((line) => this.lineIn(line) ?? []);
    return { accounts: [...new Set(whole.map(({ account }) => account))], broken: lines.length - whole.length };
  }

  /**
   * Those of these accounts somebody asked to have forgotten, and whoever asked from then on. Once through the file a piece
   * at a time, with others answered in between, and only the lines of these are checked: it is asked each hour, of a file
   * that only grows.
   */
  async askedOf(these: ReadonlySet<string>, since: Date): Promise<readonly string[]> {
    const path = this.config.deletionLedgerFile;
    if (!existsSync(path)) return [];
    const from = since.toISOString();
    const wanted = ({ account, at }: LedgerLine) => these.has(account) || at >= from;
    const asked = new Set<string>();
    for await (const line of (await open(path)).readLines()) {
      const found = this.lineIn(line, wanted);
      if (found) asked.add(found.account);
    }
    return [...asked];
  }

  private lineIn(text: string, wanted?: (line: LedgerLine) => boolean): LedgerLine | undefined {
    try {
      // cast: whatever it is, its MAC below says whether we wrote it
      const line = JSON.parse(text) as LedgerLine;
      if (wanted && !wanted(line)) return undefined;
      const { id, at, account, keyId, mac } = line;
      const holds = this.macs.holds('deletion', [id, at, account], { keyId, mac: Buffer.from(mac, 'hex') });
      return holds ? line : undefined;
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
