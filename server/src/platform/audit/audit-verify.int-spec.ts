import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { type PlatformProcess, startPlatform } from '../../../test/platform-house';
import { Audit } from './audit';
import { AuditChainLink } from './audit-chain.entity';
import { AuditRestores } from './audit-restores';
import { AuditRow } from './audit-row.entity';
import { AuditSealer } from './audit-sealer';
import { AuditVerifier } from './audit-verifier';

const MINUTE_MS = 60_000;
const started = Date.UTC(2026, 10, 25, 1);

let database: TestDatabase;
let platform: PlatformProcess;
let nowMs: number;

beforeEach(async () => {
  nowMs = started;
  database = await emptyDatabase();
  platform = await startPlatform(database, { nowMs: () => nowMs });
  await record(8);
  await sealAndAnchor();
});

afterEach(async () => {
  await platform.stop();
  await database.remove();
});

let cups = 0;

/** So many acts, a second apart. */
async function record(count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    cups += 1;
    const entry = {
      action: 'tea.poured',
      actor: { kind: 'staff', id: `waiter-${each % 2}` },
      object: `tea-cup:${cups}`,
      reason: `for guest ${cups}`,
    } as const;
    await platform.transactions.run(() => platform.module.get(Audit).record(entry));
    nowMs += 1000;
  }
}

const seal = () => platform.module.get(AuditSealer).seal();
const anchor = () => platform.module.get(AuditSealer).anchor();
const tip = () => platform.module.get(AuditSealer).tip();

async function sealAndAnchor(): Promise<void> {
  await seal();
  await anchor();
}

/** What is done every two seconds between one anchor and the next. */
async function sealAndTip(): Promise<void> {
  await seal();
  await tip();
}

const sql = (text: string, parameters: readonly unknown[] = []) =>
  platform.transactions.manager.query(text, [...parameters]);

const problems = async () => (await platform.module.get(AuditVerifier).verify()).problems;

const links = () => platform.transactions.manager.find(AuditChainLink, { order: { seq: 'ASC' } });

async function rowAt(seq: number): Promise<AuditRow> {
  const link = (await links()).find((each) => each.seq === seq);
  return platform.transactions.manager.findOneByOrFail(AuditRow, { id: link?.rowId ?? '' });
}

async function removeFrom(seq: number): Promise<void> {
  for (const { rowId } of (await links()).filter((link) => link.seq >= seq)) {
    await sql('DELETE FROM audit_row WHERE id = ?', [rowId]);
  }
  await sql('DELETE FROM audit_chain WHERE seq >= ?', [seq]);
}

const anchorFile = () => platform.config.auditAnchorFile;
const tipFile = (day = '2026-11-25') => `${anchorFile()}.${day}`;

describe('records nobody touched', () => {
  it('are whole, also after more were sealed and anchored', async () => {
    await record(3);
    await sealAndAnchor();
    const report = await platform.module.get(AuditVerifier).verify();
    expect(report).toEqual({ links: 11, young: 0, anchoredSeq: 11, problems: [] });
    expect((await links()).map(({ seq }) => seq)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
  });

  it('are whole while the youngest are not sealed yet', async () => {
    await record(2);
    expect(await platform.module.get(AuditVerifier).verify()).toMatchObject({ young: 2, problems: [] });
  });

  it('are sealed once each, however many seal at once', async () => {
    await record(30);
    const more = database.dialect === 'mysql' ? [await startPlatform(database), await startPlatform(database)] : [];
    await Promise.all([seal(), seal(), ...more.map((each) => each.module.get(AuditSealer).seal())]);
    for (const each of more) await each.stop();
    await sealAndAnchor();
    expect(await links()).toHaveLength(38);
    expect(await problems()).toEqual([]);
  });

  it('are sealed though their transaction ended after newer ones were', async () => {
    if (database.dialect === 'embedded') return; // one transaction at a time
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const slow = platform.transactions.run(async () => {
      await platform.module.get(Audit).record({ action: 'tea.brewed', actor: { kind: 'system', id: 'kettle' } });
      await ended;
    });
    nowMs += 1000;
    await record(3);
    await seal();
    end();
    await slow;
    await sealAndAnchor();
    expect(await links()).toHaveLength(12);
    expect(await problems()).toEqual([]);
  });
});

describe('whoever has the database and not the keys is found out', () => {
  it.each([
    ['action', "UPDATE audit_row SET action = 'tea.drunk' WHERE id = ?"],
    ['actor', "UPDATE audit_row SET actor_id = 'waiter-9' WHERE id = ?"],
    ['object', 'UPDATE audit_row SET object = NULL WHERE id = ?'],
    ['time', "UPDATE audit_row SET at = '2026-11-25 00:59:59.000' WHERE id = ?"],
    ['facts', `UPDATE audit_row SET facts = '{"sips":9}' WHERE id = ?`],
    ['reason', 'UPDATE audit_row SET reason = NULL WHERE id = ?'],
  ])('who edits the %s of a record', async (_what, text) => {
    const { id } = await rowAt(4);
    await sql(text, [id]);
    expect(await problems()).toEqual([`link 4: record ${id} was changed`]);
  });

  it('who puts one record’s sealed reason into another', async () => {
    const [first, second] = [await rowAt(2), await rowAt(3)];
    await sql('UPDATE audit_row SET reason = ? WHERE id = ?', [second.reason, first.id]);
    expect(await problems()).toEqual([`link 2: record ${first.id} was changed`]);
  });

  it('who exchanges all that two records say', async () => {
    const [first, second] = [await rowAt(2), await rowAt(3)];
    const set = 'UPDATE audit_row SET at = ?, object = ?, actor_id = ?, reason = ?, mac = ? WHERE id = ?';
    await sql(set, [second.at, second.object, second.actorId, second.reason, second.mac, first.id]);
    await sql(set, [first.at, first.object, first.actorId, first.reason, first.mac, second.id]);
    expect((await problems()).join('\n')).toContain(`record ${first.id} was changed`);
    expect((await problems()).join('\n')).toContain(`record ${second.id} was changed`);
  });

  it('who exchanges the places of two records', async () => {
    const [first, second] = [await rowAt(2), await rowAt(3)];
    await sql("UPDATE audit_chain SET row_id = 'aside' WHERE seq = 2");
    await sql('UPDATE audit_chain SET row_id = ? WHERE seq = 3', [first.id]);
    await sql('UPDATE audit_chain SET row_id = ? WHERE seq = 2', [second.id]);
    expect(await problems()).toEqual([
      `link 2 was changed, or its record ${second.id} was exchanged`,
      `link 3 was changed, or its record ${first.id} was exchanged`,
    ]);
  });

  it('who removes a sealed record', async () => {
    const { id } = await rowAt(4);
    await sql('DELETE FROM audit_row WHERE id = ?', [id]);
    expect(await problems()).toEqual([`link 4: record ${id} was removed`]);
  });

  it('who removes a sealed record and its link', async () => {
    const { id } = await rowAt(4);
    await sql('DELETE FROM audit_row WHERE id = ?', [id]);
    await sql('DELETE FROM audit_chain WHERE seq = 4');
    expect(await problems()).toEqual(['links 4 to 4 were removed']);
  });

  it('who removes a record and moves all later ones up', async () => {
    const { id } = await rowAt(4);
    await sql('DELETE FROM audit_row WHERE id = ?', [id]);
    await sql('DELETE FROM audit_chain WHERE seq = 4');
    for (const seq of [5, 6, 7, 8]) await sql('UPDATE audit_chain SET seq = ? WHERE seq = ?', [seq - 1, seq]);
    const found = await problems();
    expect(found).toContain('link 4 does not follow the one before it');
    expect(found.join('\n')).toContain('its end was cut off');
  });

  it('who cuts off the end', async () => {
    await removeFrom(7);
    expect(await problems()).toEqual(['the chain ends at 6 and was anchored at 8: its end was cut off']);
  });

  it('who cuts off everything', async () => {
    await removeFrom(1);
    expect(await problems()).toEqual(['the chain ends at 0 and was anchored at 8: its end was cut off']);
  });

  it('who cuts off the end and lets it grow again past the anchor', async () => {
    await removeFrom(7);
    await record(5);
    await sealAndAnchor();
    expect(await problems()).toEqual(['link 8 is not the one that was anchored: the chain was written anew']);
  });

  it('who slips in a record, sealed or not', async () => {
    const { mac } = await rowAt(1);
    await sql(
      `INSERT INTO audit_row (id, at, action, actor_kind, actor_id, facts, key_id, mac)
       VALUES ('forged', '2026-11-25 01:00:09.000', 'tea.poured', 'staff', 'waiter-1', '{}', 1, ?)`,
      [mac],
    );
    expect(await problems()).toEqual(['record forged, not sealed yet, was changed or slipped in']);
    await sealAndAnchor();
    expect(await problems()).toEqual(['link 9: record forged was changed']);
  });
});

describe('what nobody looks after is found', () => {
  it('when a record is not sealed after a minute', async () => {
    await record(1);
    nowMs += MINUTE_MS - 1000;
    expect(await problems()).toEqual([]);
    nowMs += 1;
    expect(await problems()).toEqual([expect.stringMatching(/^record \S+ is not sealed after 60 seconds$/)]);
  });

  it('when a record is not anchored after five minutes', async () => {
    await record(1);
    await seal();
    nowMs += 5 * MINUTE_MS - 1000;
    expect(await problems()).toEqual([]);
    nowMs += 1;
    expect(await problems()).toEqual([
      expect.stringMatching(/is not anchored after 5 minutes; the newest anchor is at 8$/),
    ]);
  });

  it('when the file of anchors is gone', async () => {
    rmSync(anchorFile());
    nowMs += 6 * MINUTE_MS;
    expect(await problems()).toEqual([
      expect.stringMatching(/is not anchored after 5 minutes; the newest anchor is at 0$/),
    ]);
  });

  it('when an anchor was changed, forged or torn', async () => {
    const [line = ''] = readFileSync(anchorFile(), 'utf8').split('\n');
    appendFileSync(anchorFile(), `${line.replace('"seq":8', '"seq":7')}\n{"kind":"anc`);
    expect(await problems()).toEqual([
      'line 2 of the anchor file is not signed by us',
      'line 3 of the anchor file cannot be read',
    ]);
  });
});

describe('a database restored from a backup', () => {
  const restored = (who = '运维 李工', why = '磁盘坏了') => platform.module.get(AuditRestores).record(who, why);

  beforeEach(async () => {
    await record(4);
    await sealAndAnchor();
    await removeFrom(11);
  });

  it('is whole again once that is on record, and stays so', async () => {
    expect(await problems()).toEqual(['the chain ends at 10 and was anchored at 12: its end was cut off']);
    expect(await restored()).toEqual({ from: 12, to: 8 });
    await sealAndAnchor();
    expect(await problems()).toEqual([]);
    await record(4);
    await sealAndAnchor();
    expect(await problems()).toEqual([]);
    expect(readFileSync(anchorFile(), 'utf8')).not.toContain('李工');
  });

  it('is whole again also when it had grown before that was put on record', async () => {
    await record(6);
    await sealAndAnchor();
    expect(await problems()).not.toEqual([]);
    expect(await restored()).toEqual({ from: 12, to: 8 });
    await sealAndAnchor();
    expect(await problems()).toEqual([]);
  });

  it('is not anchored before: the old anchors stand until somebody answers for it', async () => {
    const before = readFileSync(anchorFile(), 'utf8');
    await record(6);
    await sealAndAnchor();
    expect(readFileSync(anchorFile(), 'utf8')).toBe(before);
  });

  it('does not excuse what is cut off after it', async () => {
    await restored();
    await record(4);
    await sealAndAnchor();
    await removeFrom(12);
    expect((await problems()).join('\n')).toContain('its end was cut off');
  });

  it('is not excused by a record somebody else wrote', async () => {
    await restored();
    const [first = '', second = '', third = ''] = readFileSync(anchorFile(), 'utf8').split('\n');
    writeFileSync(anchorFile(), `${first}\n${second}\n${third.replace('"to":{"seq":8', '"to":{"seq":7')}\n`);
    expect(await problems()).toContain('line 3 of the anchor file is not signed by us');
  });

  it('needs nothing on record when nothing is missing', async () => {
    await restored();
    expect(await restored()).toBeUndefined();
  });
});

describe('what is not found, as operations.md says', () => {
  it('is a record removed in the seconds before it is sealed', async () => {
    await record(1);
    const rows = await platform.transactions.manager.find(AuditRow, { order: { at: 'DESC' }, take: 1 });
    await sql('DELETE FROM audit_row WHERE id = ?', [rows[0]?.id]);
    await sealAndAnchor();
    expect(await problems()).toEqual([]);
  });

  it('is one sealed and removed with its link before the next turn; after it, it is', async () => {
    await record(3);
    await seal();
    await removeFrom(10);
    expect(await problems()).toEqual([]);
    await sealAndTip();
    await removeFrom(9);
    expect(await problems()).toEqual(['the chain ends at 8 and was anchored at 9: its end was cut off']);
  });
});

describe('between one anchor and the next, seconds after they were written', () => {
  const cut = 'the chain ends at 9 and was anchored at 11: its end was cut off';

  beforeEach(async () => {
    await record(2);
    await sealAndTip();
    await record(1);
    await sealAndTip();
  });

  it('records that leave with their links are missed, though no anchor names them', async () => {
    expect(await problems()).toEqual([]);
    expect(readFileSync(anchorFile(), 'utf8').trim().split('\n')).toHaveLength(1);
    await removeFrom(10);
    expect(await problems()).toEqual([cut]);
  });

  it('nothing is written over it: the chain that lost them is neither noted nor anchored as it is', async () => {
    await removeFrom(10);
    await record(5);
    await sealAndTip();
    await sealAndAnchor();
    expect(await problems()).toEqual(['link 11 is not the one that was anchored: the chain was written anew']);
  });

  it('a restore to before them is put on record once, and is whole from then on', async () => {
    await removeFrom(10);
    expect(await platform.module.get(AuditRestores).record('运维 李工', '磁盘坏了')).toEqual({ from: 11, to: 8 });
    expect(await problems()).toEqual([]);
    await record(1);
    await sealAndTip();
    expect(await problems()).toEqual([]);
    await removeFrom(11);
    expect((await problems()).join('\n')).toContain('its end was cut off');
  });

  it('what was noted says nothing any more once an anchor names what came later', async () => {
    await record(1);
    await sealAndAnchor();
    expect(await problems()).toEqual([]);
    rmSync(tipFile());
    await removeFrom(11);
    expect(await problems()).toEqual(['the chain ends at 10 and was anchored at 12: its end was cut off']);
  });

  it('a note that was torn by a crash is nothing, and the next one stands on its own line', async () => {
    appendFileSync(tipFile(), '{"after":"');
    expect(await problems()).toEqual([]);
    await record(1);
    await sealAndTip();
    await removeFrom(12);
    expect(await problems()).toEqual(['the chain ends at 11 and was anchored at 12: its end was cut off']);
  });

  it('a note that is not ours is said, and nothing is anchored on top of it', async () => {
    const [line = ''] = readFileSync(tipFile(), 'utf8').trim().split('\n').slice(-1);
    appendFileSync(tipFile(), `${line.replace('"seq":11', '"seq":10')}\n`);
    await sealAndAnchor();
    expect(await problems()).toEqual(['the newest tip beside the anchor file is not signed by us']);
  });

  it('are noted each day in a file of its own, and those of days before yesterday go', async () => {
    for (const day of ['2026-11-26', '2026-11-27', '2026-11-28']) {
      nowMs = Date.parse(`${day}T01:00:00Z`);
      await record(1);
      await sealAndTip();
    }
    const kept = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].filter((day) => existsSync(tipFile(day)));
    expect(kept).toEqual(['2026-11-27', '2026-11-28']);
    await removeFrom(14);
    expect((await problems()).join('\n')).toContain('its end was cut off');
  });
});
