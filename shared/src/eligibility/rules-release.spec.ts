import fc from 'fast-check';
import { isNewerRelease, releaseOf } from './rules-release';

describe('a release of the rules', () => {
  it('is what stands before the hash of the figures', () => {
    expect(releaseOf('2026.11.3+5v9kudukrx')).toBe('2026.11.3');
    expect(releaseOf('2026.11.3')).toBe('2026.11.3');
  });

  it.each([
    ['2026.11.10', '2026.11.3'],
    ['2026.12', '2026.11.3'],
    ['2027.1+a', '2026.11.3+b'],
    ['2026.11.3.1', '2026.11.3'],
    ['2027-spring', '2026.11.3'],
    ['v2026.1', '2026.11.3'],
  ])('%s came after %s, not before it', (newer, older) => {
    expect(isNewerRelease(newer, older)).toBe(true);
    expect(isNewerRelease(older, newer)).toBe(false);
  });

  it.each([
    ['2026.11.3+a', '2026.11.3+b'],
    ['2026.11', '2026.11.0'],
    ['2027-spring', '2027-autumn'],
    ['', ''],
  ])('%s and %s came neither after nor before each other', (one, other) => {
    expect(isNewerRelease(one, other)).toBe(false);
    expect(isNewerRelease(other, one)).toBe(false);
  });

  it('never came both after and before another, whatever it is called', () => {
    const names = fc.oneof(
      fc.string(),
      fc.array(fc.nat(40), { minLength: 1 }).map((parts) => parts.join('.')),
    );
    fc.assert(fc.property(names, names, (one, other) => !(isNewerRelease(one, other) && isNewerRelease(other, one))));
  });
});
