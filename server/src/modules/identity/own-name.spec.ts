import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCE = join(__dirname, '..', '..');
const ASKED_HERE = 'modules/identity/people.port.ts';

const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
  .map((file) => join(SOURCE, file));

describe('whoever needs a confirmed name', () => {
  it('asks for it at the one place that asks for the yes to its use as well', () => {
    const refusing = sources.filter((file) => /^[^*]*'identity\.required'/m.test(readFileSync(file, 'utf8')));
    expect(refusing.map((file) => relative(SOURCE, file))).toEqual([ASKED_HERE]);
  });

  it('and cannot be told that the name alone is enough, but where a no needs none', () => {
    const without = sources.filter((file) => /realNameRequired\(/.test(readFileSync(file, 'utf8')));
    expect(without.map((file) => relative(SOURCE, file)).sort()).toEqual([
      ASKED_HERE,
      'modules/identity/people.service.ts',
      'modules/relief/adults/own-phones.service.ts',
    ]);
  });
});
