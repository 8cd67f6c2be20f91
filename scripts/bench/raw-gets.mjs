import net from 'node:net';
import { Stop } from '../lib/stop.mjs';

const HEAD_END = '\r\n\r\n';

/**
 * Asks for one address over and over on so many connections, one request each at a time, and does as little as can be
 * done with an answer: what is measured is the server, not who asks. `{requests, seconds}`
 * @throws Stop on any answer of another status.
 */
export async function rawGets({ url, headers = {}, status, connections, ms }) {
  const { hostname, port, pathname, search } = new URL(url);
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const request = Buffer.from(`${[`GET ${pathname}${search} HTTP/1.1`, ...lines].join('\r\n')}${HEAD_END}`);
  const run = { request, expected: `HTTP/1.1 ${status} `, until: performance.now() + ms, requests: 0 };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, () => askOnOne({ host: hostname, port: Number(port) }, run)));
  return { requests: run.requests, seconds: (performance.now() - began) / 1000 };
}

function askOnOne(where, run) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ ...where, noDelay: true }, () => socket.write(run.request));
    let awaited = 0;
    const fail = (why) => {
      socket.destroy();
      reject(new Stop(why));
    };
    const answered = () => {
      run.requests += 1;
      if (performance.now() < run.until) socket.write(run.request);
      else socket.end(resolve);
    };
    socket.on('data', (chunk) => {
      if (awaited > 0) {
        awaited -= chunk.length;
        if (awaited === 0) answered();
        return;
      }
      const head = chunk.toString('latin1', 0, chunk.indexOf(HEAD_END));
      if (!head.startsWith(run.expected)) return fail(`expected ${run.expected}, got ${head.slice(0, 40)}`);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      awaited = head.length + HEAD_END.length + length - chunk.length;
      if (awaited === 0) answered();
    });
    socket.on('error', (error) => fail(String(error)));
  });
}
