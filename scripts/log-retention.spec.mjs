import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { composeProblems, logrotateProblems } from './lib/log-retention.mjs';
import { inRoot } from './lib/root.mjs';

const ours = readFileSync(inRoot('deploy/logs/jinmen.logrotate'), 'utf8');

describe('the log', () => {
  it('is kept for six months by what this repository gives to the host', () => {
    assert.deepEqual(logrotateProblems(ours), []);
  });

  it('is not cut by size where a container writes it', () => {
    const files = readdirSync(inRoot(), { recursive: false }).concat(
      readdirSync(inRoot('deploy'), { recursive: true }).map((file) => `deploy/${file}`),
    );
    const compose = files.filter((file) => /compose[^/]*\.ya?ml$/.test(file) && existsSync(inRoot(file)));
    assert.deepEqual(
      compose.flatMap((file) => composeProblems(readFileSync(inRoot(file), 'utf8'))),
      [],
    );
  });

  for (const [what, text, words] of [
    ['half as many days', ours.replace('rotate 200', 'rotate 100'), /keeps 100 days/],
    [
      'weeks instead of enough of them',
      ours.replace('daily', 'weekly').replace('rotate 200', 'rotate 26'),
      /keeps 182 days/,
    ],
    ['a size that pushes days out', ours.replace('daily', 'daily\n    maxsize 1G'), /"maxsize" removes/],
    ['an age after which it goes', ours.replace('daily', 'daily\n    maxage 90'), /"maxage" removes/],
  ]) {
    it(`would be refused with ${what}`, () => assert.match(logrotateProblems(text).join(), words));
  }

  it('of a container would be refused with a size', () => {
    assert.equal(composeProblems('    options:\n      max-size: 10m\n      "max-file": "3"\n').length, 2);
    assert.equal(composeProblems('  options: { max-size: 50m, max-file: "10" } # not max-size: 1').length, 2);
  });
});
