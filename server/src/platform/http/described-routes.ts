import type { INestApplicationContext } from '@nestjs/common';
import { PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { DtoClass } from './compiled-dto';

/** What a handler's own parameters say of a route. */
export interface DescribedRoute {
  /** The class its body is read into; none where it reads it by itself, or has none. */
  readonly body?: DtoClass;
  readonly query?: DtoClass;
}

/** Every route's handler, by the id its operation has in the description: `BookingsController_hold`. */
export function describedRoutes(app: INestApplicationContext): ReadonlyMap<string, DescribedRoute> {
  const scanner = new MetadataScanner();
  const found = new Map<string, DescribedRoute>();
  for (const { metatype } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype: Record<string, object> = metatype.prototype;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) continue;
      const read = (kind: RouteParamtypes) => dtoRead(metatype, name, kind);
      const [body, query] = [read(RouteParamtypes.BODY), read(RouteParamtypes.QUERY)];
      found.set(`${metatype.name}_${name}`, { ...(body && { body }), ...(query && { query }) });
    }
  }
  return found;
}

const NO_DTO: ReadonlySet<unknown> = new Set([Object, Buffer, String, Number, Boolean, Array]);

function dtoRead(controller: DtoClass['prototype'], method: string, kind: RouteParamtypes): DtoClass | undefined {
  const args: Record<string, { readonly index: number }> =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {};
  const index = Object.entries(args).find(([key]) => key.startsWith(`${kind}:`))?.[1].index;
  const types: unknown[] = Reflect.getMetadata('design:paramtypes', controller.prototype, method) ?? [];
  const type = index === undefined ? undefined : types[index];
  // a class with rules of its own: nothing else is a DTO here
  return typeof type === 'function' && !NO_DTO.has(type) ? (type as DtoClass) : undefined;
}
