import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';

/** As much of a schema as is read here. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

/** What may be answered with one status: no body at all, or by the media type what it must be. */
export type Kinds = ReadonlyMap<string, Is>;

/** What is wrong with a value; nothing when it is as described. Read when it is first asked. */
export type Is = (value: unknown) => NonNullable<ValidateFunction['errors']>;

export interface Operation {
  /** As the access matrix has it: `POST /bookings`. */
  readonly route: string;
  readonly method: string;
  /** With its prefix, e.g. `/api/v1/bookings/{id}`. */
  readonly path: string;
  /** `BookingsController_hold` */
  readonly handler: string;
  readonly parameters: readonly Parameter[];
  /** Of its JSON body. */
  readonly body?: Schema;
  /** Whether a body is as the schema has it; a field that is null counts as left out. */
  readonly takes?: Is;
  readonly replies: ReadonlyMap<number, Kinds>;
}

/** The description, read as a promise: an object may hold what it names and nothing else, unless it says so. */
export function operationsOf(document: OpenAPIObject): readonly Operation[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
  ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  ajv.addFormat('binary', true);
  ajv.addSchema({ ...document.components?.schemas?.Problem }, 'Problem');
  // cast: of a path only its methods are read, and Nest's own type has more beside them
  const whole = document.paths as unknown as Readonly<Record<string, Readonly<Record<string, Described>>>>;
  return Object.entries(whole).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(ajv, method.toUpperCase(), path, described)),
  );
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

/** An operation, as far as it is looked at. */
interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

function operationOf(ajv: Ajv2020, method: string, path: string, described: Described): Operation {
  const body = described.requestBody?.content?.['application/json']?.schema;
  return {
    route: `${method} ${path.replace('/api/v1', '')}`,
    ...{ method, path, handler: described.operationId, parameters: described.parameters ?? [] },
    ...(body && { body, takes: isAs(ajv, body) }),
    replies: new Map(
      Object.entries(described.responses).map(([status, { content = {} }]) => [
        Number(status),
        new Map(Object.entries(content).map(([kind, { schema }]) => [kind, replyOf(ajv, schema)])),
      ]),
    ),
  };
}

const replyOf = (ajv: Ajv2020, schema: Schema) => isAs(ajv, '$ref' in schema ? { $ref: 'Problem' } : closed(schema));

function isAs(ajv: Ajv2020, schema: object): Is {
  let compiled: ValidateFunction | undefined;
  return (value) => {
    compiled ??= ajv.compile(schema);
    return compiled(value) ? [] : (compiled.errors ?? []);
  };
}

/** Nothing beside what is named, at any depth. */
export function closed(schema: Schema): Schema {
  const { properties, items, oneOf, allOf } = schema;
  const inside = Object.entries(properties ?? {}).map(([name, each]) => [name, closed(each)] as const);
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(inside) }),
    ...(properties && schema.additionalProperties === undefined && { additionalProperties: false }),
    ...(items && { items: closed(items) }),
    ...(oneOf && { oneOf: oneOf.map(closed) }),
    ...(allOf && { allOf }),
  };
}
