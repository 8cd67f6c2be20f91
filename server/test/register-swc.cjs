/** Lets a child process of a test run the sources as they are: `node -r ./test/register-swc.cjs src/main.ts`. */
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const server = path.join(__dirname, '..');
const { $schema, ...swc } = JSON.parse(readFileSync(path.join(server, '.swcrc'), 'utf8'));
const shared = process.env.TEST_SHARED_SRC ?? path.join(server, '../shared/src');
const kept = path.join(server, '../.cache/compiled');
mkdirSync(kept, { recursive: true });

// before `.json`: a source may have its data beside it under the same name
const { '.json': json, ...others } = Module._extensions;
for (const extension of Object.keys(Module._extensions)) delete Module._extensions[extension];
Object.assign(Module._extensions, { '.js': others['.js'], '.ts': loadSource, '.json': json }, others);

function loadSource(module, filename) {
  module._compile(compiled(filename), filename);
}

/** A server is some nine hundred sources, and the tests start many: the first compiles each, the others read what it left. */
function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const options = { ...swc, swcrc: false, sourceMaps: false, filename };
  const seal = `\n//${hash(JSON.stringify([source, options]))}`;
  const file = path.join(kept, hash(filename));
  const left = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (left.endsWith(seal)) return left;
  const { code } = require('@swc/core').transformSync(source, options);
  // whole or not there: another process may be reading
  writeFileSync(`${file}.${process.pid}`, code + seal);
  renameSync(`${file}.${process.pid}`, file);
  return code;
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const own = request.startsWith('@jinmen/shared/')
    ? path.join(shared, request.slice('@jinmen/shared/'.length))
    : request;
  return resolve.call(this, own, ...rest);
};
