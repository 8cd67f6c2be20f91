import type { Type } from '@nestjs/common';
import type { DiscoveryService, MetadataScanner } from '@nestjs/core';

export interface Handler {
  /** As `Controller.method`. */
  readonly name: string;
  readonly method: (...args: never[]) => unknown;
}

/** Every method of every controller: routes, and what helps them. */
export function handlersOf(discovery: DiscoveryService, scanner: MetadataScanner): readonly Handler[] {
  return discovery.getControllers().flatMap(({ metatype }) => {
    const { name, prototype } = metatype as Type<Record<string, Handler['method']>>; // a controller is a class
    // what the scanner names is a method
    return scanner
      .getAllMethodNames(prototype)
      .map((each) => ({ name: `${name}.${each}`, method: prototype[each] as Handler['method'] }));
  });
}

export function namesOf(handlers: readonly Handler[]): string {
  return handlers.map(({ name }) => name).join(', ');
}
