import { type OfficialWord, officialWords } from './official-words';
import { farewellWordProblems, plainWordProblems, questionWordProblems } from './plain-words';

describe('a text for residents', () => {
  const bad: readonly (readonly [fault: string, text: string])[] = [
    ['says 受理; people say 收下 or 收您的材料', '街道受理以后告诉您。'],
    ['says 须; people say 要', '须带身份证。'],
    ['says 凭; people say 拿着 or 带着 or 带上', '凭身份证领。'],
    ['says 被监护人; people say 老人 or 孩子 or 您 or 本人', '替被监护人递申请。'],
    ['says 共同生活的家庭成员; people say 一起过日子的家人 or 一起过日子的人', '共同生活的家庭成员有几位。'],
    ['says 请节哀, which nobody wants to hear', '请节哀，慢慢来。'],
    ['says no to a no: 不能不带身份证', '不能不带身份证。'],
    ['says no to a no: 不是天津户口的不能办', '不是天津户口的不能办。'],
    ['says no to a no: 没有一份材料不用带', '没有一份材料不用带。'],
    ['says no to a no: 无人不知', '街坊里，无人不知。'],
    ['says no to a no: 并非没有办法', '并非没有办法。'],
    ['says no to a no: 避免材料不', '避免材料不齐。'],
    ['says no to a no: 除非办了居住证，否则不', '除非办了居住证，否则不能办。'],
    ['is not Chinese: App', '打开App看看。'],
    ['is not Chinese: ｉｄ', '填ｉｄ号码。'],
    ['says 符合 without 可能 or 也许', '您家符合低保。'],
    ['says 你, not 您', '你家几口人？'],
    ['has an exclamation mark', '办好了！'],
  ];

  it.each(bad)('%s', (fault, text) => {
    expect(plainWordProblems(text)).toEqual([fault]);
  });

  const good: readonly string[] = [
    '由街道核定',
    '要街道核定',
    '各登记处的地址和电话：待核定。',
    '最后由街道和区民政局核定，以他们的书面决定为准。',
    '认定（就是评上、算数）以后，每月能领一份。',
    '户籍就是户口本上写的地方。',
    '签了字，我们才能去核对收入和存款。',
    '递申请的人（申请人）带上身份证。',
    '必须带身份证原件。',
    '自行车放在门口，舍不得也得放。',
    '都不是，也没有居住证',
    '没有天津户口，也没有居住证',
    '没吃没住、没钱看病，说您在哪儿',
    '没有劳动能力、没有收入，也没有人能养的老人',
    '算不算一户由街道核定',
    '不清楚也没关系，选“不清楚”，后面有人帮您看。',
    '走不动、不方便，可以托家人帮忙。',
    '没成年的孩子，未成年也算',
    '得了I型糖尿病',
    '您家可能符合 3 项，也许符合更多。',
    '《天津市无丧葬补助居民丧葬补贴申领表》在街道填。',
    '低保边缘家庭、特困供养、刚性支出困难家庭',
  ];

  it.each(good)('may say %s', (text) => {
    expect(plainWordProblems(text)).toEqual([]);
  });

  it('may say a name the caller vouches for, but not the official word elsewhere', () => {
    const names = ['茶馆供养金', '茶馆供养金认定'];
    expect(plainWordProblems('茶馆供养金认定在街道办。', names)).toEqual([]);
    expect(plainWordProblems('茶馆供养金由家人供养。', names)).toEqual(['says 供养; people say 养 or 照顾']);
  });

  it('fails with any official word alone, and passes when one of its twins stands beside it', () => {
    const bites = ({ word }: OfficialWord) =>
      plainWordProblems(`${word}。`).some((each) => each.startsWith(`says ${word}`));
    expect(officialWords.filter((official) => !bites(official))).toEqual([]);
    const twins = officialWords.flatMap(({ word, say }) => say.map((twin) => `${word}（${twin}）`));
    expect(twins.filter((text) => plainWordProblems(text).length > 0)).toEqual([]);
  });

  it('has every official word in the table once', () => {
    expect(new Set(officialWords.map(({ word }) => word)).size).toBe(officialWords.length);
  });
});

describe('a question', () => {
  const words = '一二三四五六七八九十一二三四五六七八九十一二三四五';

  it('may have a sentence of 25 characters, not of 26, stops and spaces apart', () => {
    expect(questionWordProblems(`${words}？没有就填 0。`)).toEqual([]);
    expect(questionWordProblems(`“一二三四五”，六七八九十、${words.slice(10)}；是吗？`)).toEqual([]);
    expect(questionWordProblems(`好的。${words}6？`)).toEqual([
      `has a sentence of 26 characters, at most 25: ${words}6`,
    ]);
  });

  it('is plain as every other text is', () => {
    expect(questionWordProblems('您受理了吗？')).toEqual(['says 受理; people say 收下 or 收您的材料']);
  });
});

describe('a page of farewell', () => {
  it.each([
    [/^cheers: 恭喜/, '恭喜，选好了。'],
    [/^counts places: 仅剩/, '仅剩两席。'],
    [/^has a picture sign/, '办好了🎉'],
    [/^says 受理/, '街道受理以后告诉您。'],
  ])('is plain and safe: %s', (fault, text) => {
    expect(farewellWordProblems(text)).toEqual([expect.stringMatching(fault)]);
  });

  it('speaks straight words', () => {
    expect(farewellWordProblems('您慢慢选，选好也能改。')).toEqual([]);
  });
});
