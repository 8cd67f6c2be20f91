/** Lets a child process of a test run the sources as they are: `node -r ./test/register-swc.cjs src/main.ts`. */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const server = path.join(__dirname, '..');
const { $schema, ...swc } = JSON.parse(readFileSync(path.join(server, '.swcrc'), 'utf8'));
const shared = process.env.TEST_SHARED_SRC ?? path.join(server, '../shared/src');

Module._extensions['.ts'] = (module, filename) => {
  const options = { ...swc, swcrc: false, sourceMaps: 'inline', filename };
  module._compile(transformSync(readFileSync(filename, 'utf8'), options).code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const own = request.startsWith('@jinmen/shared/')
    ? path.join(shared, request.slice('@jinmen/shared/'.length))
    : request;
  return resolve.call(this, own, ...rest);
};
