import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { personalDataProblems } from './gates/personal-data.mjs';
import { listFiles } from './lib/content-hash.mjs';
import { inRoot } from './lib/root.mjs';

/** A made-up person's way in: the address of their list, what a code of theirs begins with, the words of the page. */
const MADE_UP = ['development/people', 'sim:', '示例人物'];

function textOf(dist) {
  const files = listFiles([inRoot('miniapp/dist', dist)], (file) => /\.(js|html|json|wxml)$/.test(file));
  assert.ok(files.length > 0, `${dist} is not built`);
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

describe('signing in as a made-up person', () => {
  const found = (dist) => MADE_UP.filter((mark) => textOf(dist).includes(mark));

  it('is in the browser build for development, else the next two look for the wrong marks', () => {
    assert.deepEqual(found('h5'), MADE_UP);
  });

  it('is in no browser build for production', () => assert.deepEqual(found('h5-production'), []));

  it('is in no mini-program', () => assert.deepEqual(found('weapp'), []));
});

describe('the browser build for production', () => {
  it('holds no number that could be a person’s, however it is written', () => {
    assert.deepEqual(personalDataProblems('h5-production', textOf('h5-production')), []);
  });
});
