import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/**
 * How the next request for a route ends at the gate. `lost`: it arrives and is answered, and the answer gets lost on a
 * line that is cut; `silent`: on one that stays open.
 */
export type AtTheGate =
  | { readonly status: number; readonly problem: Readonly<Record<string, unknown>>; readonly retryAfterS: number }
  | 'lost'
  | 'silent';

/** What a server could tell one request for a route by. */
export interface Passed {
  readonly key: string | undefined;
  readonly attempt: string | undefined;
}

/** Stands before the server as a full house does: some requests it answers by a script, everything else goes in. */
export interface Gate {
  readonly origin: string;
  /** For POSTs to this path below `/api/v1` from now on, one after the other; after the last everything goes in. */
  answers(path: string, ...script: readonly AtTheGate[]): void;
  /** Every POST for it so far. */
  passed(path: string): readonly Passed[];
  stop(): Promise<void>;
}

export const fullLane = (ahead: number): AtTheGate => ({
  status: 429,
  problem: { code: 'booking.busy', detail: '现在约的人多，请等一等。', ahead },
  retryAfterS: 1,
});

export async function startGate(realOrigin: string): Promise<Gate> {
  const { hostname, port } = new URL(realOrigin);
  const scripts = new Map<string, AtTheGate[]>();
  const all: (Passed & { readonly path: string })[] = [];
  const server = createServer((incoming, outgoing) => {
    const path = pathOf(incoming);
    if (path !== undefined)
      all.push({ path, key: header(incoming, 'idempotency-key'), attempt: header(incoming, 'attempt') });
    const answer = path === undefined ? undefined : scripts.get(path)?.shift();
    if (typeof answer === 'object') answerAt(incoming, outgoing, answer);
    else passOn({ hostname, port }, incoming, outgoing, answer);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port: own } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${own}`,
    answers: (path, ...script) => void scripts.set(path, [...script]),
    passed: (path) => all.filter((each) => each.path === path),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Of a POST to the API. */
function pathOf({ method, url = '' }: IncomingMessage): string | undefined {
  const { pathname } = new URL(url, 'http://gate');
  return method === 'POST' && pathname.startsWith('/api/v1') ? pathname.slice('/api/v1'.length) : undefined;
}

function header({ headers }: IncomingMessage, name: string): string | undefined {
  return headers[name]?.toString();
}

function answerAt(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, problem, retryAfterS }: Extract<AtTheGate, object>,
): void {
  incoming.resume();
  outgoing.writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': String(retryAfterS) });
  outgoing.end(JSON.stringify({ ...problem, status }));
}

function passOn(
  house: { readonly hostname: string; readonly port: string },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  loses: 'lost' | 'silent' | undefined,
): void {
  const { method, url, headers } = incoming;
  const inside = request({ ...house, method, path: url, headers }, (answer) => {
    if (loses !== undefined) {
      answer.resume();
      if (loses === 'lost') answer.on('end', () => outgoing.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  inside.on('error', () => outgoing.destroy());
  incoming.pipe(inside);
}
