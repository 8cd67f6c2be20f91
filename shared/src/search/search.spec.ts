import { buildPinyinTable } from './build-pinyin-table';
import { type LibraryEntry, namesOf } from './library-entry';
import { createSearch } from './search';

/** A made-up library: what searches must not secretly know a real programme. */
const anEntry = (code: string, title: string, words: readonly string[], summary = '一句话。'): LibraryEntry => ({
  kind: 'programme',
  code,
  title,
  formalName: `${title}办法`,
  summary,
  door: 'general',
  words,
});

const LIBRARY = [
  anEntry('green', '绿茶补贴', ['喝茶没钱', '春茶', '没茶喝'], '给爱喝绿茶的人，和花茶可以一起领。'),
  anEntry('flower', '花茶', ['喝茶没钱', '茉莉', '银行'], '给爱喝花茶的人。'),
  anEntry('rest', '茶馆歇脚补助', ['走累了', '重新沏一壶', '划船'], '走累了，进来坐。'),
];

const SOUNDS: Readonly<Record<string, string>> = {
  绿茶补贴: 'lv cha bu tie',
  绿茶补贴办法: 'lv cha bu tie ban fa',
  喝茶没钱: 'he cha mei qian',
  春茶: 'chun cha',
  没茶喝: 'mei cha he',
  花茶: 'hua cha',
  花茶办法: 'hua cha ban fa',
  茉莉: 'mo li',
  银行: 'yin hang',
  茶馆歇脚补助: 'cha guan xie jiao bu zhu',
  茶馆歇脚补助办法: 'cha guan xie jiao bu zhu ban fa',
  走累了: 'zou lei le',
  划船: 'hua chuan',
  重新沏一壶: 'chong xin qi yi hu',
};

const table = buildPinyinTable(LIBRARY.flatMap(namesOf), (text) => (SOUNDS[text] ?? '').split(' '));
const search = createSearch(LIBRARY, table);
const found = (typed: string) => search(typed).map(({ entry }) => entry.code);
const why = (typed: string) => search(typed)[0]?.because;

describe('a search by characters', () => {
  it('finds by title, by formal name, by a word and by the summary, and says by which', () => {
    expect(why('花茶')).toEqual({ field: 'title', text: '花茶', how: 'characters' });
    expect(why('花茶办法')).toEqual({ field: 'formalName', text: '花茶办法', how: 'characters' });
    expect(why('茉莉')).toEqual({ field: 'word', text: '茉莉', how: 'characters' });
    expect(why('进来坐')).toEqual({ field: 'summary', text: '走累了，进来坐。', how: 'characters' });
  });

  it('puts the exact title before one that only contains it, and that before a summary', () => {
    expect(found('花茶')).toEqual(['flower', 'green']);
    expect(found('茶')).toEqual(['green', 'flower', 'rest']);
  });

  it('keeps the order of the library among equals', () => {
    expect(found('喝茶没钱')).toEqual(['green', 'flower']);
  });

  it('finds a word turned round, beside the one that is not', () => {
    expect(found('没钱喝茶')).toEqual(['green', 'flower']);
    expect(why('没钱喝茶')).toEqual({ field: 'word', text: '喝茶没钱', how: 'characters' });
  });

  it('finds a word inside a whole sentence, and a word with something put in between', () => {
    expect(found('我爷爷走累了怎么办')).toEqual(['rest']);
    expect(found('没有茶喝')[0]).toBe('green');
    expect(why('没有茶喝')?.how).toBe('characters');
  });

  it('puts first what answers all of several words, and leaves out what answers little', () => {
    expect(found('春茶 补贴')).toEqual(['green']);
    expect(found('茉莉，没钱')[0]).toBe('flower');
  });

  it('takes no notice of what every question is asked with', () => {
    expect(search('怎么申请花茶')).toEqual(search('花茶'));
    expect(search('请问花茶怎么办？')).toEqual(search('花茶'));
    expect(found('怎么办')).toEqual([]);
  });

  it('takes no notice of marks, spaces, full-width letters and capitals', () => {
    expect(found(' “花茶”！ ')).toEqual(found('花茶'));
    expect(found('ＨＵＡ　ＣＨＡ')).toEqual(found('huacha'));
  });
});

describe('a search by pinyin', () => {
  it('finds in full, with spaces or an apostrophe or without, and from the first syllable on', () => {
    for (const typed of ['huacha', 'hua cha', "hua'cha", 'HuaCha', 'huac']) expect(found(typed)[0]).toBe('flower');
    expect(why('huacha')).toEqual({ field: 'title', text: '花茶', how: 'pinyin' });
  });

  it('finds by first letters', () => {
    expect(found('lcbt')).toEqual(['green']);
    expect(why('lcbt')).toEqual({ field: 'title', text: '绿茶补贴', how: 'initials' });
    expect(found('HC')[0]).toBe('flower');
  });

  it('types ü as v, as every keyboard does, or as it is', () => {
    expect(found('lvcha')).toEqual(['green']);
    expect(found('lücha')).toEqual(['green']);
  });

  it('reads a character as its word does: 行 in 银行, 重 in 重新', () => {
    expect(found('yinhang')).toEqual(['flower']);
    expect(found('yinxing')).toEqual([]);
    expect(found('chongxin')).toEqual(['rest']);
    expect(found('zhongxin')).toEqual([]);
  });

  it('takes one half typed in characters and the other in letters for one word', () => {
    expect(found('hua茶')[0]).toBe('flower');
  });

  it('finds a spelled word in a spelled sentence', () => {
    expect(found('woyaohuacha')).toEqual(['flower']);
  });

  it('does not bring every word with one of the syllables when the whole is a name', () => {
    expect(found('hua cha')).toEqual(found('huacha'));
  });
});

describe('what is only similar', () => {
  it.each([
    ['a character left out', '绿补贴'],
    ['two in the other order', '茶绿补贴'],
    ['a wrong character of the same sound', '划茶'],
    ['a wrong character', '绿花补贴'],
  ])('is found with %s', (_, typed) => {
    expect(search(typed)).not.toEqual([]);
  });

  it('is called similar', () => {
    expect(why('绿补贴')).toEqual({ field: 'title', text: '绿茶补贴', how: 'similar' });
  });

  it('forgives zh for z and ng for n', () => {
    expect(found('caguan')).toEqual(['rest']);
    expect(found('yinghan')).toEqual(['flower']);
  });

  it('counts for less than a word that is written there', () => {
    expect(search('绿茶补花茶').map(({ entry, because }) => [entry.code, because.how])[0]).toEqual([
      'flower',
      'characters',
    ]);
  });

  it('is found in a story that names nothing, by the pairs of characters it shares', () => {
    expect(found('喝茶那天没钱了')).toEqual(['green', 'flower']);
    expect(why('喝茶那天没钱了')?.how).toBe('similar');
  });

  it('is not shown beside what was meant', () => {
    expect(search('绿茶').map(({ because }) => because.how)).not.toContain('similar');
  });
});

describe('a search for nothing', () => {
  it.each(['', '   ', '，。！', '🍵', '围棋', 'xyz', '\u0000'])('%j finds nothing and does not fall over', (typed) => {
    expect(search(typed)).toEqual([]);
  });

  it('does not keep the phone busy with a very long text', () => {
    expect(found(`花茶${'很'.repeat(10_000)}`)).toEqual(['flower']);
  });
});
