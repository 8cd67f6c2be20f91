import type { IncomingMessage } from 'node:http';

const HEADER = 'x-http-method-override';
const FORM = /^multipart\/form-data/i;

/**
 * `wx.request` knows GET, HEAD, POST, PUT and DELETE; a mini-program that means PATCH sends a POST and names it in a
 * header; `wx.uploadFile` knows only POST, so a form may mean PUT. Only these: a header must not turn what a proxy let through as a read, or as a POST, into anything else.
 * Called before the route is looked up; the address stays as it is.
 */
export function takeNamedMethod(request: IncomingMessage): string {
  const named = request.headers[HEADER];
  if (request.method !== 'POST') return request.url ?? '/';
  if (named === 'PATCH') request.method = 'PATCH';
  if (named === 'PUT' && FORM.test(request.headers['content-type'] ?? '')) request.method = 'PUT';
  return request.url ?? '/';
}
