import { programmes } from '@jinmen/shared/catalogue';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { mandateWords } from './words';

const NAMES = programmes.flatMap(({ title, formalName }) => [title, formalName]);

const parts = { helper: '示*女', programmes: '低保', until: '2027 年 2 月 23 日' };

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [];
  return Object.values(value as object).flatMap(textsIn);
}

it('the helper, the person and the street read plain words', () => {
  const made = [
    mandateWords.sms(parts, '4827 1935'),
    mandateWords.script(parts, '示大娘'),
    mandateWords.payeeChanged(parts),
    mandateWords.several('低保', 3),
    mandateWords.problems.tooMany(5),
  ];
  const texts = [...textsIn(mandateWords), ...made];
  expect(texts.length).toBeGreaterThan(25);
  expect(texts.flatMap((text) => plainWordProblems(text, NAMES).map((problem) => `${text}: ${problem}`))).toEqual([]);
});

it('reads back within one text message, whatever is asked for', () => {
  const longest = programmes.map(({ title }) => title).sort((one, other) => other.length - one.length);
  const most = { helper: '古**', programmes: `${longest[0]}、${longest[1]}`, until: '2027 年 12 月 23 日' };
  expect(mandateWords.sms(most, '4827 1935').length).toBeLessThanOrEqual(200);
  expect(mandateWords.payeeChanged(most).length).toBeLessThanOrEqual(200);
});
