import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { shippedNginx } from './lib/nginx.mjs';

const OFFICES = '10.12.0.0/16 1; 192.168.3.4 1;';
const DESK = [
  '/staff',
  '/staff/app.js',
  '/api/v1/staff/sessions',
  '/api/v1/%73taff/sessions',
  '//staff',
  '/API/v1/staff',
];
const OTHERS = ['/', '/api/v1/programmes', '/api/v1/bureau-callbacks/x'];

/** As somebody at `from`, seen by the end of TLS. */
async function ask(url, path, from) {
  const asked = request(url + path, { localAddress: '127.0.0.2', headers: { 'x-forwarded-for': from }, agent: false });
  asked.end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  return answer.statusCode;
}

const asked = (proxy, paths, from) => Promise.all(paths.map((path) => ask(proxy.url, path, from)));
const all = (paths, status) => paths.map(() => status);

describe('the desk behind the shipped proxy', () => {
  let copy;
  let address;

  before(async () => {
    copy = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(copy, 'listening');
    address = `127.0.0.1:${copy.address().port}`;
  });
  after(() => copy.close());

  it('is there for the networks of the offices alone, where they are named, however its path is written', async () => {
    const proxy = await shippedNginx([address, address, address], undefined, OFFICES);
    try {
      assert.deepEqual(await asked(proxy, DESK, '203.0.113.7'), all(DESK, 404));
      assert.deepEqual(await asked(proxy, DESK, '10.12.99.1'), all(DESK, 200));
      assert.deepEqual(await asked(proxy, DESK, '192.168.3.4'), all(DESK, 200));
      assert.deepEqual(await asked(proxy, OTHERS, '203.0.113.7'), all(OTHERS, 200));
    } finally {
      await proxy.stop();
    }
  });

  it('is there for everybody where none is named', async () => {
    const proxy = await shippedNginx([address, address, address]);
    try {
      assert.deepEqual(await asked(proxy, DESK, '203.0.113.7'), all(DESK, 200));
    } finally {
      await proxy.stop();
    }
  });
});
