import { buildPinyinTable } from './build-pinyin-table';
import { Speller } from './spelling';

const SOUNDS: Readonly<Record<string, string>> = {
  重病: 'zhong bing',
  重残: 'zhong can',
  重新: 'chong xin',
  没收入: 'mo shou ru',
  老人没收入: 'lao ren mo shou ru',
};
const read = (text: string) => (SOUNDS[text] ?? '').split(' ');

describe('the table of readings', () => {
  it('keeps a character once, as it is mostly read, and the words in which it is read otherwise', () => {
    expect(buildPinyinTable(['重病', '重残', '重新', '重病'], read)).toEqual({
      usual: { bing: '病', can: '残', xin: '新', zhong: '重' },
      otherwise: { 重新: 'chong xin' },
    });
  });

  it('reads every text again as it was read', () => {
    const texts = Object.keys(SOUNDS);
    const speller = new Speller(buildPinyinTable(texts, read));
    expect(texts.map((text) => speller.spell(text)?.syllables.join(' '))).toEqual([
      'zhong bing',
      'zhong can',
      'chong xin',
      'mei shou ru',
      'lao ren mei shou ru',
    ]);
  });

  it('is the same whatever the order of the texts', () => {
    const texts = Object.keys(SOUNDS);
    expect(JSON.stringify(buildPinyinTable([...texts].reverse(), read))).toBe(
      JSON.stringify(buildPinyinTable(texts, read)),
    );
  });

  it('refuses a reading that is not one syllable a character', () => {
    expect(() => buildPinyinTable(['重病'], () => ['zhong'])).toThrow('重病 has 2 characters and 1 syllables');
  });

  it('says of a character it does not know that it does not know it', () => {
    expect(new Speller(buildPinyinTable(['重病'], read)).spell('重疾')).toBeUndefined();
  });
});
