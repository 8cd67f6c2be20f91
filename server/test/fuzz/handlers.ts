import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { TestServer } from '../server';

type Handler = (...args: unknown[]) => unknown;
type Does = () => unknown;

/**
 * Who came as far as a handler. Nest calls a handler by its own `apply`: here it is one that notes the request and goes
 * on. Whoever measures with it first sees that a rightful request is noticed; else the measure itself is broken.
 */
export class Handlers {
  private readonly asked = new AsyncLocalStorage<string>();
  private readonly entered = new Set<string>();
  private readonly planted = new Map<string, Does>();
  private readonly watched: Handler[] = [];

  constructor({ app }: Pick<TestServer, 'app'>) {
    app.getHttpServer().prependListener('request', ({ headers }: IncomingMessage) => {
      this.asked.enterWith(String(headers['x-fuzz'] ?? ''));
    });
    const scanner = new MetadataScanner();
    for (const { metatype } of app.get(DiscoveryService, { strict: false }).getControllers()) {
      if (typeof metatype !== 'function') continue;
      const prototype: Record<string, Handler> = metatype.prototype;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (handler && Reflect.hasMetadata(PATH_METADATA, handler)) this.watch(handler, `${metatype.name}_${name}`);
      }
    }
  }

  /** Whether the request of this number got so far; asked once. */
  saw(number: string): boolean {
    return this.entered.delete(number);
  }

  /** From now on this handler does something else. */
  plant(id: string, does: Does): void {
    this.planted.set(id, does);
  }

  /** Everything is as it was. */
  leave(): void {
    for (const handler of this.watched) Reflect.deleteProperty(handler, 'apply');
  }

  private watch(handler: Handler, id: string): void {
    const apply = (instance: unknown, args: unknown[]) => {
      this.entered.add(this.asked.getStore() ?? '');
      const planted = this.planted.get(id);
      return planted ? planted() : Reflect.apply(handler, instance, args);
    };
    Object.defineProperty(handler, 'apply', { value: apply, configurable: true });
    this.watched.push(handler);
  }
}
