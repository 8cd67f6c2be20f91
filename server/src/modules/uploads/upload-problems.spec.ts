import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { uploadProblems } from './upload-problems';

const { refused, ...others } = uploadProblems;
const whys = [
  'empty',
  'other-kind',
  'broken',
  'too-many-dots',
  'locked',
  'active',
  'unreadable',
  'too-many-pages',
] as const;
const problems = [...whys.map(refused), ...Object.values(others).map((problem) => problem())];

it.each(problems.map(({ code, detail }) => [code, detail] as const))('%s is said in plain words', (_, detail) => {
  expect(plainWordProblems(detail)).toEqual([]);
});

it.each(problems.map(({ code, detail }) => [code, detail] as const))('%s says what to do instead', (_, detail) => {
  expect(detail).toMatch(/请|可以/);
});
