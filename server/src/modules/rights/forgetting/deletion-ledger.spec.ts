import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditMacs } from '../../../platform/audit/audit-macs';
import type { Clock } from '../../../platform/clock';
import type { Config } from '../../../platform/config/config';
import { DeletionLedger } from './deletion-ledger';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
const deletionLedgerFile = join(folder, 'deletions');
afterAll(() => rmSync(folder, { recursive: true }));

const macOf = (parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts));

const checked: unknown[] = [];
let now = new Date('2026-11-25T02:00:00Z');
beforeEach(() => {
  rmSync(deletionLedgerFile, { force: true });
  checked.length = 0;
});

/** One that signs with what it signs: here it is the lines that matter. */
function ledgerHere(): DeletionLedger {
  const macs = {
    sign: (_kind: string, parts: readonly unknown[]) => ({ keyId: 1, mac: macOf(parts) }),
    holds: (_kind: string, parts: readonly unknown[], { mac }: { mac: Buffer }) => {
      checked.push(parts[2]);
      return macOf(parts).equals(mac);
    },
  };
  // cast: of each the ledger asks for nothing else
  const config = { deletionLedgerFile } as Config;
  const clock = { now: () => now } as Clock;
  return new DeletionLedger(config, macs as unknown as AuditMacs, clock);
}

it('a line that was torn when the power went is counted as broken, and swallows none that comes after it', () => {
  const ledger = ledgerHere();
  ledger.append('an account');
  appendFileSync(deletionLedgerFile, '{"id":"half of a li');
  ledger.append('another');
  ledger.append('a third');
  expect(ledger.read()).toEqual({ accounts: ['an account', 'another', 'a third'], broken: 1 });
});

describe('who asked of those a hold no longer keeps', () => {
  const since = new Date('2026-11-25T01:00:00Z');

  it('is found however long ago they did, with whoever asked of late, and no line but theirs is checked', async () => {
    const ledger = ledgerHere();
    now = new Date('2026-01-05T02:00:00Z');
    for (const account of ['long gone', 'released', 'also gone']) ledger.append(account);
    appendFileSync(deletionLedgerFile, '{"id":"half of a li\n');
    now = new Date('2026-11-25T02:00:00Z');
    for (const account of ['of late', 'released']) ledger.append(account);
    expect(await ledger.askedOf(new Set(['released', 'never asked']), since)).toEqual(['released', 'of late']);
    expect(checked).toEqual(['released', 'of late', 'released']);
  });

  it('is nobody whose line somebody else wrote', async () => {
    const ledger = ledgerHere();
    ledger.append('an account');
    const line = { id: 'x', at: now.toISOString(), account: 'released', keyId: 1, mac: '00' };
    appendFileSync(deletionLedgerFile, `${JSON.stringify(line)}\n`);
    expect(await ledger.askedOf(new Set(['released']), since)).toEqual(['an account']);
  });

  it('is nobody while no ledger was begun', async () => {
    expect(await ledgerHere().askedOf(new Set(['released']), since)).toEqual([]);
  });
});
