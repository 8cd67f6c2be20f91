import { programmes } from '@jinmen/shared/catalogue';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { dependantWords } from './words';

const NAMES = programmes.flatMap(({ title, formalName }) => [title, formalName]);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value(10)];
  return Object.values(value as object).flatMap(textsIn);
}

it('a guardian reads plain words', () => {
  const texts = textsIn(dependantWords);
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.flatMap((text) => plainWordProblems(text, NAMES).map((problem) => `${text}: ${problem}`))).toEqual([]);
});
