import { randomUUID } from 'node:crypto';
import type { SessionView } from '@jinmen/shared/residents/views';
import type { TestServer } from './server';

export interface Reply {
  readonly status: number;
  /** Without `traceId`, which is every answer's own. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** One phone at the server: signed in unless it says otherwise. */
export class Phone {
  private constructor(
    private readonly server: TestServer,
    readonly session: SessionView,
  ) {}

  /** Signs in; `who` is one openid to the local WeChat, however often. */
  static async of(server: TestServer, who: string): Promise<Phone> {
    const code = `${who}/${randomUUID()}`;
    return new Phone(server, answered<SessionView>(await send(server, 'POST', '/api/v1/sessions/wechat', { code })));
  }

  send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const authorization = `Bearer ${this.session.accessToken}`;
    return send(this.server, method, path, body, { authorization, ...headers });
  }
}

/** A request without a session. */
export async function send(
  server: Pick<TestServer, 'url'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { traceId: _own, ...rest } = (isJson(response) && text !== '' ? JSON.parse(text) : {}) as Record<
    string,
    unknown
  >;
  return { status: response.status, body: rest, headers: response.headers };
}

/** What a request that went well was answered with, which its spec knows and `send` cannot. @throws Error on a refusal. */
export function answered<View>({ status, body }: Reply): View {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  // the type stands in shared, and the server's own specs hold the controllers to it
  return body as unknown as View;
}

/** A drawn paper is none. */
function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.includes('json') ?? false;
}
