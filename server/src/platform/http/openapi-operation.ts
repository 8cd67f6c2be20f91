import type { OpenAPIObject } from '@nestjs/swagger';
import type { DescribedRoute } from './described-routes';
import { dtoSchema, withWords } from './dto-schema';
import { problemSchema, type SchemaObject } from './json-schema';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Response = Exclude<NonNullable<Operation['responses'][string]>, { $ref: string }>;

interface Route extends DescribedRoute {
  readonly method: string;
  readonly path: string;
}

/** What every error is, said once. Beside these fields a problem may have one more, which its `code` explains. */
export const PROBLEM = problemSchema;
const AS_PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const RETRY_AFTER = { 'Retry-After': { description: 'seconds', schema: { type: 'integer', minimum: 1 } } };
const BINARY: SchemaObject = { type: 'string', format: 'binary' };

/** Makes one operation, as the decorators tell it, say all that is so: its body, its query, and every refusal. */
export function describeOperation(operation: Operation, route: Route): void {
  describeBody(operation, route);
  describeQuery(operation, route);
  for (const status of commonRefusals(route, operation)) operation.responses[status] ??= { description: WHY[status] };
  for (const [status, response] of Object.entries(operation.responses)) {
    // every response is written where it is; nothing here refers to one elsewhere
    if (response) describeResponse(Number(status), response as Response);
  }
}

function describeBody({ requestBody }: Operation, { body }: Route): void {
  if (!body || !requestBody || '$ref' in requestBody) return;
  const said = dtoSchema(body);
  for (const kind of Object.values(requestBody.content)) {
    const written = kind.schema && !('$ref' in kind.schema) ? kind.schema : {};
    kind.schema = withWords(said, written);
  }
  requestBody.required = (said.required ?? []).length > 0;
}

function describeQuery(operation: Operation, { query }: Route): void {
  if (!query) return;
  const { properties, required = [] } = dtoSchema(query);
  const asked = Object.entries(properties).map(([name, schema]) => {
    return { name, in: 'query' as const, required: required.includes(name), schema };
  });
  // Nest says only that there is a query, or names its fields without a word about them
  const others = (operation.parameters ?? []).filter((each) => '$ref' in each || each.in !== 'query');
  operation.parameters = [...others, ...asked];
}

type Refusal = 400 | 404 | 413 | 415 | 431 | 503;

const WHY: Readonly<Record<Refusal, string>> = {
  400: 'not understood',
  404: 'not there, or not the caller’s',
  413: 'a body above 256 KB, or a file above 10 MB',
  415: 'a body of another kind',
  431: 'an address or header fields above 16 KB',
  503: 'too much to do, or the database is away: to be asked again',
};

/** What a route need not say itself, because it happens before the route: to a body, an address, a crowd. */
function commonRefusals({ method, path, query }: Route, { parameters = [] }: Operation): readonly Refusal[] {
  const named = parameters.some((each) => 'in' in each && each.in === 'path');
  return [
    ...(method !== 'get' ? ([400, 413, 415] as const) : []),
    ...(query ? ([400] as const) : []),
    ...(named ? ([400, 404] as const) : []),
    ...(path.startsWith('/api/') ? ([431, 503] as const) : []),
  ];
}

function describeResponse(status: number, response: Response): void {
  if (status >= 400) response.content = AS_PROBLEM;
  if (status === 503) response.headers = RETRY_AFTER;
  if (status >= 400 || !response.content) return;
  // Nest gives one schema to every kind a route produces
  const { 'application/json': json, ...others } = response.content;
  const isFile = json?.schema !== undefined && 'format' in json.schema && json.schema.format === 'binary';
  const files = Object.fromEntries(Object.keys(others).map((kind) => [kind, { schema: BINARY }]));
  response.content = { ...(json && !isFile && { 'application/json': json }), ...files };
}
