import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { identityWords } from './identity-words';

it.each(Object.entries(identityWords))('%s is said in plain Chinese, with a way on', (_name, words) => {
  expect(plainWordProblems(words)).toEqual([]);
  expect(words).toMatch(/再试|再看|再来|街道|换您自己/);
});
