import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { partnerWords } from './partner-words';

it('the two people of a booking read plain words', () => {
  const { problems, ...others } = partnerWords;
  const texts = [...Object.values(problems), ...Object.values(others)];
  expect(texts.length).toBeGreaterThan(12);
  expect(texts.flatMap((text) => plainWordProblems(text, []).map((problem) => `${text}: ${problem}`))).toEqual([]);
});
