import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, HttpAdapterHost, MetadataScanner } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

interface Route {
  readonly method: string;
  readonly url: string;
}

/** What is no handler's and asks nobody who they are: the built H5 app, and the description of the API where it is on. */
const NOBODYS = /^\/(?:\*|docs(?:\/.*)?|api\/openapi\.(?:json|yaml))?$/;

/**
 * Words and whole parameters, nothing else. A pattern, a rest (`*`), an optional part or two parameters in one segment
 * may take a request meant for another route, whose guard would then ask nobody; a plain parameter cannot, because the
 * router looks for a word first, in whatever order they were registered, and refuses the same address twice.
 */
const PLAIN = /^(?:\/[\w.-]+|\/:\w+)*\/?$/;

/**
 * Refuses to start while a request could be answered by another route than the one it was sent to: one that is reached
 * past the handlers and so past their guard, one whose address takes what is meant for another, and a handler that no
 * request reaches. Looks at what the router has, not at what was meant to be there.
 */
@Injectable()
export class RouteCheck {
  private readonly routes: Route[] = [];

  constructor(
    host: HttpAdapterHost,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {
    // a command of the operator has no routes at all
    const fastify: FastifyInstance | undefined = host.httpAdapter?.getInstance();
    fastify?.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) this.routes.push({ method: each, url });
    });
    // the last moment before it listens: what a plug-in adds is there by then
    fastify?.addHook('onReady', (done) => done(this.problem()));
  }

  private problem(): Error | undefined {
    const handlers = new Map(this.handlers().map(({ name, ...route }) => [written(route), name]));
    const found = new Set(this.routes.map(written));
    const wrong = [
      ...this.routes
        .filter((route) => !handlers.has(written(route)) && !isHeadOf(route, handlers) && !NOBODYS.test(route.url))
        .map((route) => `${written(route)} answers without a guard`),
      ...[...handlers]
        .filter(([route]) => !PLAIN.test(route.slice(route.indexOf('/'))))
        .map(([route, name]) => `${name} (${route}) may take what is meant for another`),
      ...[...handlers]
        .filter(([route]) => !found.has(route))
        .map(([route, name]) => `${name} (${route}) is never reached`),
    ];
    return wrong.length === 0 ? undefined : new Error(`every request needs its own route: ${wrong.join('; ')}`);
  }

  private handlers(): (Route & { readonly name: string })[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype: Record<string, unknown> = metatype.prototype;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
        // cast: what Nest's own decorators put there
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
        return addresses(metatype, handler).map((url) => ({ method, url, name: `${metatype.name}.${name}` }));
      });
    });
  }
}

function addresses(controller: object, handler: object): string[] {
  const of = (target: object) => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
  return of(controller).flatMap((base) =>
    of(handler).map(
      (path) =>
        `/${[base, path]
          .flatMap((part) => part.split('/'))
          .filter(Boolean)
          .join('/')}`,
    ),
  );
}

function written({ method, url }: Route): string {
  return `${method} ${url.length > 1 ? url.replace(/\/$/, '') : url}`;
}

function isHeadOf({ method, url }: Route, handlers: ReadonlyMap<string, string>): boolean {
  return method === 'HEAD' && handlers.has(written({ method: 'GET', url }));
}
