import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Anchors } from '../src/platform/audit/anchors';
import { rowContent } from '../src/platform/audit/audit';
import { type ChainHead, GENESIS, linkContent } from '../src/platform/audit/audit-chain';
import { AuditChainLink } from '../src/platform/audit/audit-chain.entity';
import { AuditMacs } from '../src/platform/audit/audit-macs';
import { AuditRow, auditReason } from '../src/platform/audit/audit-row.entity';
import { AuditVerifier } from '../src/platform/audit/audit-verifier';
import { instantOf } from '../src/platform/clock';
import { labelIn } from '../src/platform/sealing/sealed-column';
import { Sealing } from '../src/platform/sealing/sealing';
import { openPlatform, type PlatformProcess } from './platform-house';

/**
 * How long the whole audit takes to be looked through. Writes so many records and their chain, a fifth with a sealed
 * reason, as the server would have; then cuts nothing and verifies. Prints `{rows, seconds, problems}` as JSON.
 * Run by `npm run bench -- audit_verify`.
 */
const ROWS = Number(process.env.AUDIT_ROWS ?? 100_000);
const BATCH = 1000;
const FROM = Date.parse('2026-01-01T00:00:00Z');

type Made = Omit<AuditRow, 'at'> & { readonly at: Date };

function aRow({ module }: PlatformProcess, order: number): Made {
  const at = instantOf(FROM + order * 1000);
  const unsigned = {
    ...{ id: randomUUID(), at: at.toISOString(), action: 'call-list.number-shown', actorKind: 'staff' as const },
    ...{ actorId: 'J2001', person: randomUUID(), object: `notice-call:${randomUUID()}` },
    facts: JSON.stringify({ role: 'street-clerk', offices: '120111001' }),
  };
  const reason = order % 5 === 0 ? '打通了，已经告诉本人，下周再问一次' : null;
  const signed = module.get(AuditMacs).sign('row', rowContent(unsigned, reason));
  const sealed = reason === null ? null : module.get(Sealing).seal(labelIn(auditReason, unsigned.id), reason);
  return { ...unsigned, ...signed, at, reason: sealed };
}

async function makeRows(platform: PlatformProcess): Promise<ChainHead> {
  const macs = platform.module.get(AuditMacs);
  let head = GENESIS;
  for (let first = 0; first < ROWS; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, ROWS - first) }, (_, at) => aRow(platform, first + at));
    const links: AuditChainLink[] = rows.map(({ id, mac }) => {
      const { seq: before, hash: prevHash } = head;
      const { mac: hash, keyId } = macs.sign('link', linkContent(before + 1, id, mac, prevHash));
      head = { seq: before + 1, hash };
      return { seq: before + 1, rowId: id, prevHash, hash, keyId };
    });
    await platform.transactions.run(async () => {
      await platform.transactions.manager.insert(AuditRow, rows);
      await platform.transactions.manager.insert(AuditChainLink, links);
    });
  }
  return head;
}

async function main(): Promise<void> {
  const platform = await openPlatform();
  try {
    platform.module.get(Anchors).anchor(await makeRows(platform));
    const began = performance.now();
    const { links, problems } = await platform.module.get(AuditVerifier).verify();
    const seconds = (performance.now() - began) / 1000;
    if (links !== ROWS) throw new Error(`${links} links were looked at, not ${ROWS}`);
    process.stdout.write(`${JSON.stringify({ rows: ROWS, seconds, problems })}\n`);
  } finally {
    await platform.stop();
  }
}

void main();
