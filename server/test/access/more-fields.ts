import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import { DataSource } from 'typeorm';
import { Problem } from '../../src/platform/http/problem';
import { StrictPipe } from '../../src/platform/http/validation';
import type { AccessHouse } from './access-house';

type BodyClass = new () => object;

/** Every column of every table, as the database and as our code calls it. */
export function columnNames({ server }: AccessHouse): readonly string[] {
  const columns = server.app.get(DataSource).entityMetadatas.flatMap((entity) => entity.columns);
  return [...new Set(columns.flatMap(({ databaseName, propertyName }) => [databaseName, propertyName]))];
}

/** The class a route reads its body into, by `METHOD /path`; none for a route that reads it by itself. */
export function bodyClasses({ server }: AccessHouse): ReadonlyMap<string, BodyClass> {
  const scanner = new MetadataScanner();
  const found = new Map<string, BodyClass>();
  for (const { metatype } of server.app.get(DiscoveryService).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const base = String(Reflect.getMetadata(PATH_METADATA, metatype));
    const prototype: Record<string, object> = metatype.prototype;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      const path: unknown = handler && Reflect.getMetadata(PATH_METADATA, handler);
      const body = bodyClass(metatype, prototype, name);
      if (!handler || typeof path !== 'string' || !body) continue;
      const method = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))];
      const whole = [base, path].filter((part) => part !== '/').join('/');
      found.set(`${method} /${whole.replace('api/v1/', '').replace(/:(\w+)/g, '{$1}')}`, body);
    }
  }
  return found;
}

function bodyClass(controller: object, prototype: object, method: string): BodyClass | undefined {
  const args: Record<string, { readonly index: number }> =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {};
  const index = Object.entries(args).find(([key]) => key.startsWith(`${RouteParamtypes.BODY}:`))?.[1].index;
  const types: unknown[] = Reflect.getMetadata('design:paramtypes', prototype, method) ?? [];
  const type = index === undefined ? undefined : types[index];
  return typeof type === 'function' && type !== Object && type !== Buffer ? (type as BodyClass) : undefined;
}

/** Which of the names a body that is good without them may have beside its own, because nobody refuses them. */
export async function takenBeside(type: BodyClass, body: object, names: readonly string[]): Promise<readonly string[]> {
  const pipe = new StrictPipe();
  const metadata = { type: 'body', metatype: type } as const;
  const storage = getMetadataStorage();
  const own = new Set(storage.getTargetValidationMetadatas(type, '', false, false).map((each) => each.propertyName));
  await pipe.transform(body, metadata);
  const taken: string[] = [];
  for (const name of names.filter((each) => !own.has(each))) {
    const refused = await pipe.transform({ ...body, [name]: 'approved' }, metadata).then(
      () => false,
      (error: unknown) => error instanceof Problem && error.status === 400,
    );
    if (!refused) taken.push(name);
  }
  return taken;
}

const MARK = '\u0001more';

/**
 * The body as text, once for each object in it, with one more field there: of this name, written as JSON can and an
 * object of ours cannot.
 */
export function withOneMore(body: unknown, name: string): readonly string[] {
  const places = objectsIn(body).filter((place) => !Object.hasOwn(place, name));
  return places.map((place) => {
    const text = JSON.stringify(body, (_, value: unknown) =>
      value === place ? { [MARK]: { approved: true }, ...place } : value,
    );
    return text.replace(JSON.stringify(MARK), JSON.stringify(name));
  });
}

function objectsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value, ...inner];
}
