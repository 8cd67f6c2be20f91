import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { sessionProblems } from './session-problems';

it.each(Object.entries(sessionProblems))('%s is said in plain Chinese, with what to do next', (_name, problem) => {
  const { detail } = problem();
  expect(plainWordProblems(detail)).toEqual([]);
  expect(detail).toMatch(/再登录|再试|12345/);
});
