import { openPlatform, type PlatformProcess } from '../../../test/platform-house';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { Audit, rowContent } from './audit';
import { AuditMacs } from './audit-macs';
import { AuditRow, auditReason } from './audit-row.entity';

let platform: PlatformProcess;

beforeEach(async () => {
  platform = await openPlatform();
});

afterEach(() => platform.stop());

const poured = {
  action: 'tea.poured',
  actor: { kind: 'staff', id: 'waiter-1' },
  person: 'guest-1',
  object: 'tea-cup:1',
  reason: '张三要的',
  facts: { sips: 3 },
} as const;

const record = (entry: Parameters<Audit['record']>[0]) =>
  platform.transactions.run(() => platform.module.get(Audit).record(entry));

const rows = () => platform.transactions.manager.find(AuditRow);

describe('an audit record', () => {
  it('is not made outside the transaction of what it records', async () => {
    await expect(platform.module.get(Audit).record(poured)).rejects.toThrow('needs the transaction');
    expect(await rows()).toEqual([]);
  });

  it('goes when its transaction is undone', async () => {
    const undone = platform.transactions.run(async () => {
      await platform.module.get(Audit).record(poured);
      throw new Error('the cup broke');
    });
    await expect(undone).rejects.toThrow('the cup broke');
    expect(await rows()).toEqual([]);
  });

  it('keeps who, what, whose and why, the reason sealed, and its MAC holds when it is read back', async () => {
    await record(poured);
    const [row] = await rows();
    if (!row?.reason) throw new Error('no row with a reason');
    expect(row).toMatchObject({ action: 'tea.poured', actorId: 'waiter-1', person: 'guest-1', object: 'tea-cup:1' });
    expect(row.reason.includes(Buffer.from('张三'))).toBe(false);
    const reason = platform.module.get(Sealing).open(labelIn(auditReason, row.id), row.reason);
    expect(reason).toBe('张三要的');
    expect(
      platform.module.get(AuditMacs).holds('row', rowContent({ ...row, at: row.at.toISOString() }, reason), row),
    ).toBe(true);
  });

  it('has a MAC that does not hold for anything else', async () => {
    await record(poured);
    const [row] = await rows();
    if (!row) throw new Error('no row');
    const macs = platform.module.get(AuditMacs);
    const at = row.at.toISOString();
    const holds = (change: Partial<Parameters<typeof rowContent>[0]>, reason: string | null = '张三要的') =>
      macs.holds('row', rowContent({ ...row, at, ...change }, reason), row);
    expect(holds({})).toBe(true);
    const later = new Date(row.at.getTime() + 1).toISOString();
    for (const change of [
      { id: 'x' },
      { at: later },
      { action: 'x' },
      { actorId: 'x' },
      { actorKind: 'bureau' as const },
    ]) {
      expect(holds(change)).toBe(false);
    }
    for (const change of [{ person: null }, { object: 'tea-cup:2' }, { facts: '{}' }])
      expect(holds(change)).toBe(false);
    expect(holds({}, null)).toBe(false);
  });

  it('needs neither person, object, reason nor facts', async () => {
    await record({ action: 'tea-house.opened', actor: { kind: 'system', id: 'tea-house' } });
    expect(await rows()).toEqual([expect.objectContaining({ person: null, object: null, reason: null, facts: '{}' })]);
  });
});
