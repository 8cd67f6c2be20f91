import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage } from 'class-validator';
import type { DtoClass } from './compiled-dto';
import type { Metadata } from './compiled-rule';
import type { SchemaObject } from './json-schema';

/** What one decorator says, as a schema says it; none for what a schema cannot say. */
type Said = (constraints: readonly unknown[]) => SchemaObject;

const SAYS: Readonly<Record<string, Said>> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isCivilDate: () => ({ type: 'string', format: 'date' }),
  maxLength: ([most]) => ({ type: 'string', maxLength: Number(most) }),
  minLength: ([least]) => ({ type: 'string', minLength: Number(least) }),
  min: ([least]) => ({ minimum: Number(least) }),
  max: ([most]) => ({ maximum: Number(most) }),
  isIn: ([values]) => (Array.isArray(values) ? { ...typeOf(values[0]), enum: [...values] } : {}),
  equals: ([value]) => ({ ...typeOf(value), enum: [value] }),
  matches: ([pattern]) =>
    pattern instanceof RegExp ? { type: 'string', pattern: flagless(pattern) } : { type: 'string' },
  arrayMaxSize: ([most]) => ({ maxItems: Number(most) }),
  arrayMinSize: ([least]) => ({ minItems: Number(least) }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** Of the list and not of what is in it, though it is said of `each`. */
const OF_THE_LIST: ReadonlySet<string> = new Set(['isArray', 'arrayMaxSize', 'arrayMinSize', 'arrayUnique']);

/**
 * The class a route reads its body or its query into, as a schema: what its decorators say and no more. What they
 * cannot say here (a rule of a function, one field that waits for another) the schema lets pass, and the server may
 * refuse.
 */
export function dtoSchema(type: DtoClass): SchemaObject & { properties: Record<string, SchemaObject> } {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const names = [...new Set(metadata.map(({ propertyName }) => propertyName))];
  const of = (name: string) => metadata.filter(({ propertyName }) => propertyName === name);
  return {
    type: 'object',
    required: names.filter((name) => !of(name).some((each) => each.type === 'conditionalValidation')),
    properties: Object.fromEntries(names.map((name) => [name, fieldSchema(type, name, of(name))])),
    additionalProperties: false,
  };
}

function fieldSchema(type: DtoClass, name: string, metadata: readonly Metadata[]): SchemaObject {
  const nested = nestedSchema(type, name, metadata);
  const lists = (each: Metadata) => OF_THE_LIST.has(each.name ?? '');
  const isList = metadata.some((each) => lists(each) || (each.each && each.constraintCls));
  if (!isList) return Object.assign(saidBy(metadata), nested);
  const items = Object.assign(saidBy(metadata.filter((each) => !lists(each))), nested);
  return { ...saidBy(metadata.filter(lists)), type: 'array', items };
}

function saidBy(metadata: readonly Metadata[]): SchemaObject {
  return Object.assign({}, ...metadata.map(({ name, constraints }) => SAYS[name ?? '']?.(constraints ?? [])));
}

/** Of `@ValidateNested` with its `@Type`. */
function nestedSchema(type: DtoClass, name: string, metadata: readonly Metadata[]): SchemaObject {
  if (!metadata.some((each) => each.type === 'nestedValidation')) return {};
  // cast: what `() => AnotherDto` gives beside @ValidateNested is a class, as `compileDto` has it too
  const target: unknown = defaultMetadataStorage.findTypeMetadata(type, name)?.typeFunction?.();
  return typeof target === 'function' ? dtoSchema(target as DtoClass) : {};
}

function typeOf(value: unknown): SchemaObject {
  if (typeof value === 'number') return { type: 'integer' };
  if (typeof value === 'boolean') return { type: 'boolean' };
  return typeof value === 'string' ? { type: 'string' } : {};
}

/** A schema's pattern has no flags: a dot that means every sign is written out. */
function flagless({ source, flags }: RegExp): string {
  return flags.includes('s') ? source.replaceAll('.', '[^]') : source;
}

/**
 * One schema of two: what the class says holds, and whatever it does not say is taken from what a person wrote (words,
 * examples, the inside of an object that the class leaves to the feature).
 */
export function withWords(said: SchemaObject, written: SchemaObject): SchemaObject {
  if (written.oneOf) return written;
  const properties = said.properties && {
    properties: Object.fromEntries(
      Object.entries(said.properties).map(([name, own]) => [
        name,
        withWords(own as SchemaObject, wordsOf(written, name)),
      ]),
    ),
  };
  const items = said.items && { items: withWords(said.items as SchemaObject, (written.items ?? {}) as SchemaObject) };
  return { ...written, ...said, ...properties, ...items };
}

const wordsOf = ({ properties = {} }: SchemaObject, name: string) => (properties[name] ?? {}) as SchemaObject;
