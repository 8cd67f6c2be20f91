import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import os from 'node:os';
import { test } from 'node:test';
import { fastFolder } from './lib/fast-folder.mjs';
import { inRoot } from './lib/root.mjs';

test('throw-away files go to memory where there is room, and to the usual place where there is not', () => {
  assert.equal(fastFolder(inRoot('.'), 1), inRoot('.'));
  assert.equal(fastFolder(inRoot('.'), Number.MAX_SAFE_INTEGER), os.tmpdir());
  assert.equal(fastFolder(inRoot('nowhere'), 1), os.tmpdir());
  assert.ok(existsSync(fastFolder()));
});
