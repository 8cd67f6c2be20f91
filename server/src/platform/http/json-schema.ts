import type { ApiResponseNoStatusOptions } from '@nestjs/swagger';

type SchemaOf<Options> = Options extends { schema: infer Schema } ? Schema : never;

/** A schema as `@nestjs/swagger` takes it. */
export type SchemaObject = Exclude<SchemaOf<ApiResponseNoStatusOptions>, { $ref: string }>;

/** An object whose fields are all there, unless their name ends in `?`. */
export function objectOf(fields: Readonly<Record<string, SchemaObject>>): SchemaObject {
  const names = Object.keys(fields);
  return {
    type: 'object',
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
  };
}

export function arrayOf(items: SchemaObject): SchemaObject {
  return { type: 'array', items };
}

export function text(example: string): SchemaObject {
  return { type: 'string', example };
}

export function oneOf(...values: readonly string[]): SchemaObject {
  return { type: 'string', enum: [...values] };
}

export function integer(description: string): SchemaObject {
  return { type: 'integer', description };
}

export function day(description: string): SchemaObject {
  return { type: 'string', format: 'date', description };
}

/** An object whose fields this description does not name. */
export function anyObject(description: string): SchemaObject {
  return { type: 'object', additionalProperties: true, description };
}

/** A problem, as every error is answered (RFC 9457). */
export const problemSchema: SchemaObject = objectOf({
  type: text('urn:jinmen:problem:request.invalid'),
  title: text('Bad Request'),
  status: integer('the HTTP status'),
  code: text('request.invalid'),
  detail: text('有几项填得不对，请看下面的提示。'),
  'errors?': arrayOf(
    objectOf({
      field: text('facts.household.memberCount'),
      code: text('fact.out-of-range'),
      message: text('请填 1 到 20。'),
    }),
  ),
  traceId: text('4b1f6d7e-0000-4000-8000-000000000000'),
});
