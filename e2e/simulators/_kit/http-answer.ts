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
  | { readonly seeOther: string };

export type Route = (request: Incoming) => Answer | Promise<Answer>;

/** By `METHOD /path/:name`. */
export type Routes = Readonly<Record<string, Route>>;

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
  const isHtml = 'html' in answer;
  response.setHeader('content-type', isHtml ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8');
  response.end(isHtml ? answer.html : JSON.stringify(answer.json));
}
