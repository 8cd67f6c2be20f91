import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Agent, fetch } from 'undici';
import { until } from '../until';
import { type Door, type Look, SIGN_INS } from './looks';

/** What ends TLS before the proxy comes from here (scripts/lib/nginx.mjs); nobody else is believed. */
const TLS_END = '127.0.0.2';
const PER_NETWORK = 300;

const byTls = new Agent({ localAddress: TLS_END });

/** As somebody at `from`, seen by the end of TLS. */
async function comes(url: string, method: 'GET' | 'POST' | 'PUT', from: string, body?: string): Promise<number> {
  const reply = await fetch(url, {
    method,
    dispatcher: byTls,
    headers: {
      'x-forwarded-for': from,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body }),
  });
  await reply.arrayBuffer();
  return reply.status;
}

/** Two people behind the end of TLS are two networks; what one of them says of themselves is not believed. */
export async function twoNetworks({ url }: Door): Promise<Look> {
  const signIn = (from: string) => comes(`${url}/api/v1/sessions/wechat`, 'POST', from, '{"code":"x"}');
  const letIn = async (times: number, from: (time: number) => string) => {
    const all = await Promise.all(Array.from({ length: times }, (_, time) => signIn(from(time))));
    return all.filter((status) => status !== 429).length;
  };
  const first = await letIn(SIGN_INS + 10, () => '203.0.113.7');
  const pretending = await letIn(10, (time) => `198.51.100.${time}, 203.0.113.7`);
  const second = await letIn(5, () => '203.0.113.8');
  return {
    promise: 'behind the end of TLS each network is one of its own',
    seen: `${first} of ${SIGN_INS + 10} let in from the first, ${pretending} of 10 more by forging, 5 = ${second} from the next`,
    kept: first === SIGN_INS && pretending === 0 && second === 5,
  };
}

/** A link that was sent to somebody, an address, a query, and a photo that is too big for the memory. */
export async function quietLogs({ url, log, errors }: Door): Promise<Look> {
  const [token, from] = [randomBytes(32).toString('base64url'), '203.0.113.77'];
  const last = randomUUID();
  await comes(`${url}/api/v1/invitations/${token}?name=zhangsan`, 'GET', from);
  await comes(`${url}/api/v1/farewell-invitations/${token}/acceptance?name=zhangsan`, 'POST', from, '{}');
  const photo = 'x'.repeat(3 * 1024 * 1024);
  await comes(`${url}/api/v1/relief/applications/${last}/materials/x?name=zhangsan`, 'PUT', from, photo);
  const text = () => [log, errors].map((file) => readFileSync(file, 'utf8')).join('\n');
  await until(() => {
    if (!text().includes(last)) throw new Error('not written yet');
  }, 5000);
  const told = text()
    .split('\n')
    .filter((line) => [token, from, 'zhangsan'].some((secret) => line.includes(secret)));
  return {
    promise: 'neither log of the proxy holds a link, an address or a query',
    seen: told.length === 0 ? 'none' : `${told.length} lines: ${told[0]}`,
    kept: told.length === 0,
  };
}

/** Somebody who never ends what they say, on as many connections as they like. */
export async function slowBodies({ url }: Door): Promise<Look> {
  const { port } = new URL(url);
  const sockets: Socket[] = [];
  const hang = (times: number, localAddress: string) =>
    Promise.all(
      Array.from({ length: times }, async () => {
        const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress });
        sockets.push(socket.on('error', () => undefined));
        await new Promise((resolve) => socket.once('connect', resolve));
        const head = ['POST /api/v1/bookings HTTP/1.1', 'host: jinmen', 'content-type: application/json'];
        socket.write(`${[...head, 'content-length: 1000'].join('\r\n')}\r\n\r\n{`);
      }),
    );
  try {
    await hang(PER_NETWORK + 50, '127.0.0.3');
    const others = await comes(`${url}/api/v1/me`, 'GET', '203.0.113.9');
    await hang(PER_NETWORK + 50, '127.0.0.4');
    const none = await comes(`${url}/api/v1/me`, 'GET', '203.0.113.9');
    const plea = await comes(`${url}/api/v1/urgent-requests`, 'POST', '203.0.113.9', '{}');
    const bureau = await comes(`${url}/api/v1/bureau-callbacks/social-assistance`, 'POST', '203.0.113.9', '{}');
    const alive = await comes(`${url}/healthz`, 'GET', '203.0.113.9');
    const seen = `others ${none}, a plea ${plea}, a bureau ${bureau}, whether we live ${alive}`;
    return {
      promise:
        'one network cannot close the door; two cannot for who pleads for help, a bureau, or who asks if we live',
      seen: `others ${others}; with two networks full: ${seen}`,
      kept: others === 401 && none === 503 && plea < 500 && bureau === 401 && alive === 200,
    };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

/** What is too long is refused at the door, in the server’s words. */
export async function tooLong({ url }: Door): Promise<Look> {
  const codes = await Promise.all(
    [
      ['POST', '/api/v1/bookings', 300 * 1024],
      ['PUT', `/api/v1/relief/applications/${randomUUID()}/materials/x`, 12 * 1024 * 1024],
    ].map(async ([method, path, bytes]) => {
      const body = 'x'.repeat(Number(bytes));
      const reply = await fetch(`${url}${path}`, { method: String(method), body, dispatcher: byTls });
      // cast: what a problem is, by its schema
      const { code } = (await reply.json()) as { readonly code?: string };
      return `${reply.status} ${code}`;
    }),
  );
  const kept = codes.join() === '413 request.too-large,413 upload.too-large';
  return { promise: 'what is too long is refused at the door, in words', seen: codes.join(', '), kept };
}
