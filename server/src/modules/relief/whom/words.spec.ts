import { programmes } from '@jinmen/shared/catalogue';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { whomWords } from './words';

const NAMES = programmes.flatMap(({ title, formalName }) => [title, formalName]);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value('示*明')];
  return Object.values(value as object).flatMap(textsIn);
}

it('whoever acts for somebody else reads plain words', () => {
  const texts = textsIn(whomWords);
  expect(texts.length).toBeGreaterThan(12);
  expect(texts.flatMap((text) => plainWordProblems(text, NAMES).map((problem) => `${text}: ${problem}`))).toEqual([]);
});
