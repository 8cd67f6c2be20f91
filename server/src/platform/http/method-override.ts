import type { IncomingMessage } from 'node:http';

const HEADER = 'x-http-method-override';

/**
 * `wx.request` knows GET, HEAD, POST, PUT and DELETE; a mini-program that means PATCH sends a POST and names it in a
 * header. Only that one: a header must not turn what a proxy let through as a read, or as a POST, into anything else.
 * Called before the route is looked up; the address stays as it is.
 */
export function takeNamedMethod(request: IncomingMessage): string {
  if (request.method === 'POST' && request.headers[HEADER] === 'PATCH') request.method = 'PATCH';
  return request.url ?? '/';
}
