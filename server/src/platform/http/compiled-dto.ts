import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage } from 'class-validator';
import { isOddName, isPlain, type Metadata, plainCopy, type Rule, ruleOf, UNSURE } from './compiled-rule';

export type DtoClass = new () => object;

/** The instance the strict pipe makes of a good value; none when class-validator has to look at it. */
export type Make = (value: unknown) => object | undefined;

/** Why a DTO cannot be compiled: it says something that is not read here. */
export class Uncompiled {
  constructor(readonly why: string) {}
}

type Copy = (value: unknown) => unknown;

interface Field {
  readonly name: string;
  readonly copy: Copy;
  /** All must hold, else nothing is asked of the field. */
  readonly conditions: readonly Rule[];
  readonly rules: readonly Rule[];
}

const READ: ReadonlySet<string> = new Set([
  'customValidation',
  'isDefined',
  'whitelistValidation',
  'conditionalValidation',
  'nestedValidation',
]);

/**
 * Reads the decorators of a DTO once, so that a request pays for the questions and not for finding them (ADR 0025). The
 * questions are class-validator's own: the very functions its decorators registered. Only the walk over the fields is
 * ours, and it says yes or "unsure", never no.
 */
export function compileDto(type: DtoClass, within: readonly DtoClass[] = []): Make | Uncompiled {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const why = within.includes(type) ? 'it holds itself' : unreadable(type, metadata);
  if (why) return new Uncompiled(why);
  const fields = new Map<string, Field>();
  for (const name of new Set(metadata.map(({ propertyName }) => propertyName))) {
    const own = metadata.filter(({ propertyName }) => propertyName === name);
    const field = compileField(type, name, own, [...within, type]);
    if (field instanceof Uncompiled) return new Uncompiled(`${name}: ${field.why}`);
    fields.set(name, field);
  }
  const stray = Object.entries(new type()).find(([name, value]) => !fields.has(name) || typeof value === 'object');
  return stray ? new Uncompiled(`${stray[0]}: it begins with something that is not looked at`) : maker(type, fields);
}

/** What keeps the class as a whole from being read. */
function unreadable(type: DtoClass, metadata: readonly Metadata[]): string | undefined {
  if (metadata.length === 0) return 'it has no rules';
  const named = metadata.find(({ propertyName }) => isOddName(propertyName) || propertyName in type.prototype);
  if (named) return `${named.propertyName}: every object has one of that name`;
  const { PLAIN_TO_CLASS } = TransformationType;
  const exposed = defaultMetadataStorage.getExposedProperties(type, PLAIN_TO_CLASS);
  const excluded = defaultMetadataStorage.getExcludedProperties(type, PLAIN_TO_CLASS);
  const plain = defaultMetadataStorage.getStrategy(type) === 'none' && exposed.length + excluded.length === 0;
  return plain ? undefined : '@Expose and @Exclude are not read';
}

function compileField(
  type: DtoClass,
  name: string,
  metadata: readonly Metadata[],
  within: readonly DtoClass[],
): Field | Uncompiled {
  const unknown = metadata.find((each) => !READ.has(each.type));
  if (unknown) return new Uncompiled(`${unknown.type} is not read`);
  const copy = compileCopy(type, name, metadata, within);
  if (copy instanceof Uncompiled) return copy;
  const rules: Rule[] = [];
  for (const each of metadata) {
    const rule = each.constraintCls ? ruleOf(type.name, each) : each.type === 'nestedValidation' ? [isNotNull] : [];
    if (rule === undefined) return new Uncompiled(`${each.name ?? each.type} is asynchronous`);
    rules.push(...rule);
  }
  const conditions = metadata
    .filter((each) => each.type === 'conditionalValidation')
    .map(
      ({ constraints: [condition] }): Rule =>
        (value, made) =>
          condition(made, value),
    );
  return { name, copy, conditions, rules };
}

/** How class-transformer carries a value over: as it is, as a number, or as instances of another DTO. */
function compileCopy(
  type: DtoClass,
  name: string,
  metadata: readonly Metadata[],
  within: readonly DtoClass[],
): Copy | Uncompiled {
  if (defaultMetadataStorage.findTransformMetadatas(type, name, TransformationType.PLAIN_TO_CLASS).length > 0) {
    return new Uncompiled('@Transform is not read');
  }
  const isNested = metadata.some((each) => each.type === 'nestedValidation');
  const typed = defaultMetadataStorage.findTypeMetadata(type, name);
  if (typed === undefined) return isNested ? new Uncompiled('@ValidateNested without @Type') : plainCopy;
  // what `() => Number` or `() => AnotherDto` gives; it is told nothing, and needs nothing
  const target: unknown = typed.options?.discriminator ? undefined : typed.typeFunction?.();
  if (target === Number && !isNested) return numberCopy;
  if (typeof target !== 'function' || !isNested) return new Uncompiled('such a @Type is not read');
  // cast: beside @ValidateNested the function @Type gives is a class
  const make = compileDto(target as DtoClass, within);
  return make instanceof Uncompiled ? make : nestedCopy(make, typed.reflectedType === Array);
}

/** Of `@Type(() => Number)`, for a query. */
function numberCopy(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  return typeof value === 'object' ? UNSURE : Number(value);
}

const isNotNull: Rule = (value) => value !== null;

/** Made and looked at in one; so of `@ValidateNested` nothing is left to ask but whether there is anything. */
function nestedCopy(make: Make, isList: boolean): Copy {
  const one: Copy = (value) => make(value) ?? UNSURE;
  return (value) => {
    if (value === undefined || value === null) return value;
    if (!isList) return one(value);
    if (!Array.isArray(value)) return UNSURE;
    const made = value.map(one);
    return made.includes(UNSURE) ? UNSURE : made;
  };
}

function maker(type: DtoClass, fields: ReadonlyMap<string, Field>): Make {
  const all = [...fields.values()];
  return (value) => {
    if (!isPlain(value)) return undefined;
    // a DTO is filled by the names of its fields, which TypeScript cannot follow
    const made = new type() as Record<string, unknown>;
    for (const name of Object.keys(value)) {
      const copied = fields.get(name)?.copy(value[name]);
      if (copied === UNSURE || !fields.has(name)) return undefined;
      made[name] = copied;
    }
    return all.every((field) => isGood(field, made)) ? made : undefined;
  };
}

function isGood({ name, conditions, rules }: Field, made: Readonly<Record<string, unknown>>): boolean {
  const value = made[name];
  for (const condition of conditions) if (!condition(value, made)) return true;
  for (const rule of rules) if (!rule(value, made)) return false;
  return true;
}
