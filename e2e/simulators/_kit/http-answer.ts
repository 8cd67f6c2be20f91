import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** A request with its body read. */
export interface Incoming {
  readonly method: string;
  /** As sent: with its query. */
  readonly target: string;
  readonly query: URLSearchParams;
  /** What stood where the route says `:name`. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a route answers: JSON for machines, HTML or another page for a person. */
export type Answer =
  | { readonly json: unknown; readonly status?: number }
  | { readonly html: string; readonly status?: number }
  | { readonly text: string; readonly type: 'text/css' | 'text/javascript'; readonly status?: number }
  | { readonly seeOther: string };

export type Route = (request: Incoming) => Answer | Promise<Answer>;

/** By `METHOD /path/:name`. */
export type Routes = Readonly<Record<string, Route>>;

/** A page brings nothing from elsewhere, and no script but the desk's own. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'";

export function statusOf(answer: Answer): number {
  return 'seeOther' in answer ? 303 : (answer.status ?? 200);
}

export function send(response: ServerResponse, answer: Answer): void {
  response.statusCode = statusOf(answer);
  if ('seeOther' in answer) {
    response.setHeader('location', answer.seeOther);
    response.end();
    return;
  }
  if ('html' in answer) response.setHeader('content-security-policy', PAGE_POLICY);
  response.setHeader('content-type', `${typeOf(answer)}; charset=utf-8`);
  response.end(bodyOf(answer));
}

type Body = Exclude<Answer, { readonly seeOther: string }>;

function typeOf(answer: Body): string {
  if ('text' in answer) return answer.type;
  return 'html' in answer ? 'text/html' : 'application/json';
}

function bodyOf(answer: Body): string {
  if ('text' in answer) return answer.text;
  return 'html' in answer ? answer.html : JSON.stringify(answer.json);
}
