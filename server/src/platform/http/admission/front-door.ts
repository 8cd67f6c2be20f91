import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type Admission, standingOf } from './admission';
import type { SentAway } from './sent-away';

/** The routes that are shed first, as `POST /api/v1/bookings`; complete once all routes are registered. */
export function routesShedFirst(fastify: FastifyInstance): ReadonlySet<string> {
  const routes = new Set<string>();
  fastify.addHook('onRoute', ({ method, url, config }) => {
    if (standingOf(config) !== 'first') return;
    // the door knows an address by its words, not by a pattern
    if (url.includes(':') || url.includes('*')) throw new Error(`${url} cannot be shed first: it has a parameter`);
    for (const each of [method].flat()) routes.add(`${each} ${url}`);
  });
  return routes;
}

/** Stands before the framework, where sending somebody away costs next to nothing. Called once, when the app is ready. */
export function openFrontDoor(server: Server, first: ReadonlySet<string>, admission: Admission, away: SentAway): void {
  const behind = server.listeners('request');
  server.removeAllListeners('request');
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    for (const listener of behind) listener.call(server, request, response);
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const route = `${request.method} ${pathOf(request.url ?? '/')}`;
    if (!first.has(route)) return serve(request, response);
    const shed = () => away.answer(route, request, response);
    const enter = () => {
      // also told when the caller hangs up
      response.once('close', () => admission.ended());
      serve(request, response);
    };
    const refused = admission.refusal('first') ?? admission.wait(enter, shed, () => request.destroyed);
    if (refused !== undefined) shed();
  });
}

/** As the router reads it: without the query, and with what is written as `%62` read as the letter it is. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? url;
  if (!path.includes('%')) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
