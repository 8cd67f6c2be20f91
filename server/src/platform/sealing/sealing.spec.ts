import fc from 'fast-check';
import { type DataKey, DataKeys, KEY_PURPOSES, type KeyPurpose } from './data-keys';
import { openEnvelope, SealBroken, type SealLabel, sealEnvelope } from './envelope';
import { Sealing } from './sealing';

const key = (id: number): DataKey => ({ id, secret: Buffer.alloc(32, `key ${id}`) });
const label: SealLabel = { subject: 'person', field: 'id-number', row: '6f1c2a9e-0000-4000-8000-000000000000' };

/** The first key of each ring is the current one. */
function sealingOf(keysOf: (purpose: KeyPurpose) => readonly [DataKey, ...DataKey[]]): Sealing {
  const ring = (purpose: KeyPurpose) => ({ current: keysOf(purpose)[0], all: keysOf(purpose) });
  const [sealing, index, audit] = [ring('sealing'), ring('index'), ring('audit')];
  return new Sealing(new DataKeys({ sealing, index, audit, 'session-token': ring('session-token') }));
}

function sealingWith(first: number, ...others: number[]): Sealing {
  return sealingOf(() => [key(first), ...others.map(key)]);
}

const sealing = sealingWith(1);

describe('a sealed value', () => {
  it('opens to what was sealed, whatever was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sealing.open(label, sealing.seal(label, text))).toBe(text);
      }),
    );
  });

  it('looks different each time and holds nothing of the text', () => {
    const text = '11010519491231002X';
    const [first, second] = [sealing.seal(label, text), sealing.seal(label, text)];
    expect(first.equals(second)).toBe(false);
    expect(first.includes(Buffer.from(text))).toBe(false);
    expect(first).toHaveLength(3 + 16 + 32 + 32);
  });

  it('has this layout for ever: version, key id, iv, SM4-CBC, HMAC-SM3', () => {
    const fixed = { id: 7, secret: Buffer.from('00112233445566778899aabbccddeeff'.repeat(2), 'hex') };
    const iv = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    const sealed = sealEnvelope(fixed, label, Buffer.from('11010519491231002X'), iv);
    expect(sealed.toString('hex')).toBe(
      '010007000102030405060708090a0b0c0d0e0f8ceea7f050fdf1f1fc7a987dd3430f11244c92de8ebfa02e8f005413ff740f784be6fde114ae76d8f1cf19b116601674e6b232ebd58b3fc373e8d82bb19d2346',
    );
    expect(openEnvelope([fixed], label, sealed).toString()).toBe('11010519491231002X');
  });

  it('is refused with any of its bytes changed', () => {
    const flip = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.string({ maxLength: 40 }));
    fc.assert(
      fc.property(flip, ([at, mask, text]) => {
        const sealed = sealing.seal(label, text);
        const index = at % sealed.length;
        sealed[index] = (sealed[index] ?? 0) ^ mask;
        expect(() => sealing.open(label, sealed)).toThrow(SealBroken);
      }),
      { numRuns: 500 },
    );
    const whole = sealing.seal(label, '张三');
    for (let index = 0; index < whole.length; index += 1) {
      const changed = Buffer.from(whole);
      changed[index] = (changed[index] ?? 0) ^ 0x01;
      expect(() => sealing.open(label, changed)).toThrow(SealBroken);
    }
  });

  it('is refused when cut short or made longer', () => {
    const sealed = sealing.seal(label, '张三');
    for (let bytes = 0; bytes < sealed.length; bytes += 1) {
      expect(() => sealing.open(label, sealed.subarray(0, bytes))).toThrow(SealBroken);
    }
    expect(() => sealing.open(label, Buffer.concat([sealed, Buffer.alloc(16)]))).toThrow(SealBroken);
  });

  it.each([
    [{ ...label, row: '6f1c2a9e-0000-4000-8000-000000000001' }],
    [{ ...label, field: 'name' }],
    [{ ...label, subject: 'member' }],
    [{ subject: 'person', field: 'id', row: `number${label.row}` }],
  ])('is refused where it was not sealed: %j', (elsewhere) => {
    const sealed = sealing.seal(label, '张三');
    expect(() => sealing.open(elsewhere, sealed)).toThrow('authentication');
  });

  it.each(['subject', 'field', 'row'] as const)('takes no label whose parts could be read as another’s: %s', (part) => {
    const unclear = { ...label, [part]: 'person|id' };
    expect(() => sealing.seal(unclear, '张三')).toThrow(new TypeError('a label may not contain "|"'));
  });

  it('that is none of ours is told from one that was changed, and from one whose key is gone', () => {
    const sealed = sealing.seal(label, '张三');
    const changedAt = (at: number) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return () => sealing.open(label, changed);
    };
    expect(changedAt(0)).toThrow(
      expect.objectContaining({ name: 'SealBroken', message: expect.stringMatching(/: format$/) }),
    );
    expect(() => sealing.open(label, sealed.subarray(0, 66))).toThrow(/: format$/);
    expect(changedAt(2)).toThrow(/: unknown key$/);
    for (const at of [3, 19, sealed.length - 1]) expect(changedAt(at)).toThrow(/: authentication$/);
  });

  it('may be empty, and is then as short as one can be', () => {
    const sealed = sealing.seal(label, '');
    expect([sealed.length, sealing.open(label, sealed)]).toEqual([3 + 16 + 16 + 32, '']);
  });

  it('says nothing of its content when it is refused', () => {
    const sealed = sealing.seal(label, '张三丰');
    expect(() => sealingWith(2).open(label, sealed)).toThrow('unknown key');
    expect(() => sealing.open({ ...label, row: 'x' }, sealed)).not.toThrow(/张三丰/);
  });

  it('carries JSON', () => {
    const value = { name: '𠮷野·买买提', incomeFen: 123_400 };
    expect(sealing.openJson(label, sealing.sealJson(label, value))).toEqual(value);
  });
});

describe('while a key rotates', () => {
  it('the old key still opens, the new one seals', () => {
    const old = sealingWith(1).seal(label, '张三');
    const both = sealingWith(2, 1);
    expect(both.open(label, old)).toBe('张三');
    expect(both.isCurrent(old)).toBe(false);
    const fresh = both.seal(label, '张三');
    expect(both.isCurrent(fresh)).toBe(true);
    expect(sealingWith(2).open(label, fresh)).toBe('张三');
    expect(() => sealingWith(1).open(label, fresh)).toThrow(SealBroken);
  });

  it('a person is found under either index key, the current one first', () => {
    const filedBefore = sealingWith(1).index('id-number', '11010519491231002X');
    const both = sealingWith(2, 1).indexes('id-number', '11010519491231002X');
    expect(both.map(({ keyId }) => keyId)).toEqual([2, 1]);
    expect(both[1]).toEqual(filedBefore);
    expect(both[0]).toEqual(sealingWith(2).index('id-number', '11010519491231002X'));
  });
});

describe('the blind index', () => {
  it('takes texts that read alike for the same', () => {
    const entry = sealing.index('id-number', '11010519491231002X');
    for (const alike of [' 11010519491231002x ', '１１０１０５１９４９１２３１００２Ｘ']) {
      expect(sealing.index('id-number', alike)).toEqual(entry);
    }
    expect(sealing.index('id-number', '110105194912310021')).not.toEqual(entry);
  });

  it('is another one under another key: a list of all numbers opens it to nobody who has no key', () => {
    const [one, other] = [1, 2].map((id) => sealingWith(id).index('id-number', '11010519491231002X').digest);
    expect(one).not.toEqual(other);
  });

  it('is believed only where it points at what was asked for: another’s entry opens nothing', () => {
    const sealed = sealing.seal(label, '11010519491231002X');
    expect(sealing.openFiled(label, sealed, 'id-number', '11010519491231002x')).toBe('11010519491231002X');
    expect(() => sealing.openFiled(label, sealed, 'id-number', '110105194912310021')).toThrow(SealBroken);
  });

  it('keeps purposes apart', () => {
    expect(sealing.index('phone', '13800138000')).not.toEqual(sealing.index('id-number', '13800138000'));
  });
});

it('keys of one purpose do nothing for another', () => {
  const apart = sealingOf((purpose) => [key(KEY_PURPOSES.indexOf(purpose) + 1)]);
  expect(apart.seal(label, 'x').readUInt16BE(1)).toBe(1);
  expect(apart.index('p', 'x').keyId).toBe(2);
});
