import { AuditMacs } from '../audit/audit-macs';
import { Gauges } from '../metrics/gauges';
import { DataKeys, type KeyRing } from '../sealing/data-keys';
import { NO_STORY, RowMacs, storyAfter } from './row-macs';

const keys = DataKeys.random();
const macs = new RowMacs(new AuditMacs(keys), new Gauges());
const at = new Date('2026-11-25T01:00:00.000Z');
const signed = macs.sign('booking', 'b-1', ['held', 1, null, at]);

describe('a row’s signature', () => {
  it('holds for that row as it was signed', () => {
    expect(signed).toHaveLength(34);
    expect(macs.holds('booking', 'b-1', ['held', 1, null, at], signed)).toBe(true);
  });

  it.each([
    ['another state', 'booking', 'b-1', ['confirmed', 1, null, at]],
    ['another order', 'booking', 'b-1', [1, 'held', null, at]],
    ['another instant', 'booking', 'b-1', ['held', 1, null, new Date(at.getTime() + 1)]],
    ['less', 'booking', 'b-1', ['held', 1, null]],
    ['another row', 'booking', 'b-2', ['held', 1, null, at]],
    ['another kind of thing', 'mandate', 'b-1', ['held', 1, null, at]],
  ] as const)('holds for %s never', (_what, kind, id, content) => {
    expect(macs.holds(kind, id, content, signed)).toBe(false);
  });

  it('holds no more with any of its bytes changed, or cut', () => {
    for (let place = 0; place < signed.length; place += 1) {
      const changed = Buffer.from(signed);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(macs.holds('booking', 'b-1', ['held', 1, null, at], changed)).toBe(false);
      expect(macs.holds('booking', 'b-1', ['held', 1, null, at], signed.subarray(0, place))).toBe(false);
    }
  });

  it('holds under the next key, for as long as the one it was made with is kept', () => {
    const [old] = keys.ring('audit').all;
    const [next] = DataKeys.random().ring('audit').all;
    if (!old || !next) throw new Error('a ring has a key');
    const current = { id: 2, secret: next.secret };
    const under = (ring: KeyRing) => {
      const [sealing, index, token] = [keys.ring('sealing'), keys.ring('index'), keys.ring('session-token')];
      return new RowMacs(
        new AuditMacs(new DataKeys({ sealing, index, audit: ring, 'session-token': token })),
        new Gauges(),
      );
    };
    const content = ['held', 1, null, at];
    expect(under({ current, all: [old, current] }).holds('booking', 'b-1', content, signed)).toBe(true);
    expect(under({ current, all: [current] }).holds('booking', 'b-1', content, signed)).toBe(false);
    const anew = under({ current, all: [old, current] }).sign('booking', 'b-1', content);
    expect(under({ current, all: [current] }).holds('booking', 'b-1', content, anew)).toBe(true);
  });
});

it('a story is another with a step more, less, changed or elsewhere', () => {
  const [hold, confirm] = [[1, 'hold'] as const, [2, 'confirm'] as const];
  const told = (...steps: readonly (readonly unknown[])[]) =>
    steps.reduce<Buffer>(storyAfter, NO_STORY).toString('hex');
  const stories = [
    told(),
    told(hold),
    told(hold, confirm),
    told(confirm, hold),
    told(confirm),
    told([1, 'ask'], confirm),
  ];
  expect(new Set(stories).size).toBe(6);
});
