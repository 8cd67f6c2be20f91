import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeOwnerAccount } from './owner-account';

const url = 'mysql://owner:kR7tq9Zr2mX7wLdV@db:3306/jinmen';
const folder = mkdtempSync(join(tmpdir(), 'jinmen-owner-'));
const file = join(folder, 'password');
writeFileSync(file, 'kR7/q9Zr2mX7wLdV\n');
afterAll(() => rmSync(folder, { recursive: true }));

it('is taken out of what everything else is told', () => {
  const { rest, ...owner } = takeOwnerAccount({ PORT: '3000', MIGRATE_DATABASE_URL: url, MIGRATE_PASSWORD_FILE: '' });
  expect([owner, rest]).toEqual([{ url, problems: [] }, { PORT: '3000' }]);
});

it('is nobody where nothing names it', () => {
  expect(takeOwnerAccount({ PORT: '3000' })).toEqual({ problems: [], rest: { PORT: '3000' } });
});

it.each([
  ['mysql://owner@db:3306/jinmen', 'mysql://owner:kR7%2Fq9Zr2mX7wLdV@db:3306/jinmen'],
  ['mysql://owner:old@a,b:3307/jinmen', 'mysql://owner:kR7%2Fq9Zr2mX7wLdV@a,b:3307/jinmen'],
])('takes the password of %s from a file', (named, whole) => {
  expect(takeOwnerAccount({ MIGRATE_DATABASE_URL: named, MIGRATE_PASSWORD_FILE: file })).toMatchObject({ url: whole });
});

it.each([
  [{ MIGRATE_PASSWORD_FILE: file }, 'MIGRATE_PASSWORD_FILE is of no use without MIGRATE_DATABASE_URL'],
  [{ MIGRATE_DATABASE_URL: 'postgres://x:hunter2@db/y' }, 'MIGRATE_DATABASE_URL must look like'],
  [
    { NODE_ENV: 'production', MIGRATE_DATABASE_URL: 'mysql://owner:hunter2@db/jinmen' },
    'MIGRATE_DATABASE_URL needs a password of 16 characters',
  ],
])('%j is refused, and no password repeated', (env, words) => {
  const { problems, url: taken } = takeOwnerAccount(env);
  expect([problems.length, taken]).toEqual([1, undefined]);
  expect(problems[0]).toContain(words);
  expect(problems[0]).not.toContain('hunter2');
});
