import { getMetadataStorage } from 'class-validator';

export type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Says of one field whether it is good. */
export type Rule = (value: unknown, made: object) => boolean;

/** Of a value that is neither taken nor refused: class-validator looks at it. */
export const UNSURE = Symbol('unsure');

/** Names that class-transformer and Nest leave out of an object, or find a function under. */
const ODD_NAMES: ReadonlySet<string> = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

export const isOddName = (name: string): boolean => ODD_NAMES.has(name);

/**
 * The functions a decorator registered, called as class-validator calls them; none at all when one must be waited for.
 * Anything but a plain `true` is left to class-validator.
 */
export function ruleOf(targetName: string, metadata: Metadata): readonly Rule[] | undefined {
  const { propertyName: property, constraints, each, validateIf } = metadata;
  const registered = getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls);
  if (registered.some(({ async }) => async)) return undefined;
  return registered.map(
    ({ instance }): Rule =>
      (value, object) => {
        if (validateIf && !validateIf(object, value)) return true;
        const told = { targetName, property, object, value, constraints };
        const isGood = (one: unknown) => instance.validate(one, told) === true;
        return each && Array.isArray(value) ? value.every(isGood) : isGood(value);
      },
  );
}

/** What JSON and a query are made of: no instance of a class, no list. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A field without a type of its own, copied to the bottom as class-transformer does. */
export function plainCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? UNSURE : value;
  if (Array.isArray(value)) {
    const items = value.map(plainCopy);
    return items.length === Object.keys(value).length && !items.includes(UNSURE) ? items : UNSURE;
  }
  if (!isPlain(value)) return UNSURE;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = isOddName(name) ? UNSURE : plainCopy(value[name]);
    if (inner === UNSURE) return UNSURE;
    copy[name] = inner;
  }
  return copy;
}
