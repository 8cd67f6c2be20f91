import { programmes } from '@jinmen/shared/catalogue';
import { districts } from '@jinmen/shared/places/places';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { itemWords, officeName, receiptWords, reliefWords, timelineWords } from './words';

const NAMES = programmes.flatMap(({ title, formalName }) => [title, formalName]);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value('低保', '三十天', true)];
  return Object.values(value as object).flatMap(textsIn);
}

describe('what a resident reads of an application', () => {
  it('is plain in every text', () => {
    const texts = [reliefWords, itemWords, timelineWords, receiptWords].flatMap(textsIn);
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.flatMap((text) => plainWordProblems(text, NAMES).map((problem) => `${text}: ${problem}`))).toEqual([]);
  });

  it('never says that the house decided', () => {
    const texts = [timelineWords, receiptWords].flatMap(textsIn);
    expect(texts.filter((text) => /不符合|符合条件|审核不通过/.test(text))).toEqual([]);
  });

  it('names an office as it stands on its door', () => {
    const xiqing = districts.find(({ code }) => code === '120111');
    const names = xiqing?.units.map((unit) => officeName(xiqing.name, unit)) ?? [];
    expect(names).toEqual(expect.arrayContaining(['西青区西营门街道办事处', '西青区中北镇人民政府']));
  });
});
