import { civilDate } from '@jinmen/shared/kernel/civil-date';
import { basisInWords, releaseOf } from './basis-words';

describe('by what it was worked out', () => {
  it('says the day as people do, and the release without the hash behind it', () => {
    expect(basisInWords(civilDate('2026-11-06'), '2026.11.4+w4jkdo4iuf')).toBe(
      '按 2026 年 11 月 6 日的标准算 · 规则版本 2026.11.4',
    );
  });

  it('leaves a release alone that has nothing behind it', () => {
    expect(releaseOf('2099.1')).toBe('2099.1');
  });
});
