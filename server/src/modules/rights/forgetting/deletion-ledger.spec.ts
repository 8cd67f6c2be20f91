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

/** One that signs with what it signs: here it is the lines that matter. */
function ledgerHere(): DeletionLedger {
  const macs = {
    sign: (_kind: string, parts: readonly unknown[]) => ({ keyId: 1, mac: macOf(parts) }),
    holds: (_kind: string, parts: readonly unknown[], { mac }: { mac: Buffer }) => macOf(parts).equals(mac),
  };
  // cast: of each the ledger asks for nothing else
  const config = { deletionLedgerFile } as Config;
  const clock = { now: () => new Date('2026-11-25T02:00:00Z') } as Clock;
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
