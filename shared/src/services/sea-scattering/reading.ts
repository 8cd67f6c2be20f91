import type { FieldProblem, Wrong } from '../../applications/check-field';
import { type CivilDate, isCivilDate } from '../../kernel/civil-date';
import { seaWords } from './words';

const { problems: words } = seaWords;
const UNREADABLE: Wrong = { code: 'field.unreadable', message: words.unreadable };

/** One value as it is kept, `undefined` where it was emptied; or why it cannot be. */
export type ReadPart<Value> = { readonly value: Value | undefined } | { readonly wrong: readonly FieldProblem[] };
export type Part<Value = unknown> = (given: unknown) => ReadPart<Value>;

/** What stands under a name of `parts`; whatever was emptied is left out. */
type ValuesOf<Parts> = { -readonly [Name in keyof Parts]?: Parts[Name] extends Part<infer Value> ? Value : never };
type Parts = Readonly<Record<string, Part>>;

/** A value of its own kind, or emptied by `null` or nothing but blanks. */
export function part<Value>(read: (given: unknown) => Value | Wrong | undefined): Part<Value> {
  return (given) => {
    if (given === null || given === undefined || (typeof given === 'string' && given.trim() === ''))
      return { value: undefined };
    const found = read(given);
    return isWrong(found) ? { wrong: [{ field: '', ...found }] } : { value: found };
  };
}

export const yesNo = part<boolean>((given) => (typeof given === 'boolean' ? given : UNREADABLE));

export function choiceOf<const Choice extends string>(choices: readonly Choice[]): Part<Choice> {
  return part<Choice>(
    (given) => choices.find((choice) => choice === given) ?? { code: 'field.choice', message: words.choice },
  );
}

/** In people's own words, at most `most` signs; tidied by `tidy`. */
export function textOf(most: number, tidy: (text: string) => string | Wrong = (text) => text.trim()): Part<string> {
  return part<string>((given) => {
    if (typeof given !== 'string') return UNREADABLE;
    return [...given].length > most ? { code: 'field.too-long', message: words.tooLong(most) } : tidy(given);
  });
}

export function dayUpTo(latest: CivilDate | undefined, message: string): Part<CivilDate> {
  return part<CivilDate>((given) => {
    if (!isCivilDate(given) || given < '1900-01-01') return { code: 'field.day', message: words.day };
    return latest !== undefined && given > latest ? { code: 'field.day-ahead', message } : given;
  });
}

export const anyDay = dayUpTo(undefined, words.day);

export function countUpTo(most: number, message: string): Part<number> {
  return part<number>((given) => {
    if (typeof given !== 'number' || !Number.isInteger(given) || given < 0) return UNREADABLE;
    return given > most ? { code: 'field.too-many', message } : given;
  });
}

/** In the order given; an item that is wrong is named by its place. */
export function listOf<Value>(most: number, item: Part<Value>, message: string): Part<readonly Value[]> {
  return (given) => {
    if (given === null || given === undefined) return { value: undefined };
    if (!Array.isArray(given)) return { wrong: [{ field: '', ...UNREADABLE }] };
    if (given.length > most) return { wrong: [{ field: '', code: 'field.too-many', message }] };
    const read = given.map(item);
    const wrong = read.flatMap((each, at) => ('wrong' in each ? each.wrong.map((one) => below(`${at}`, one)) : []));
    if (wrong.length > 0) return { wrong };
    return { value: read.flatMap((each) => ('value' in each && each.value !== undefined ? [each.value] : [])) };
  };
}

/** An object of these parts and no others. */
export function objectOf<Some extends Parts>(parts: Some): Part<ValuesOf<Some>> {
  return (given) => {
    if (given === null || given === undefined) return { value: undefined };
    if (typeof given !== 'object' || Array.isArray(given)) return { wrong: [{ field: '', ...UNREADABLE }] };
    const wrong: FieldProblem[] = [];
    const value: Record<string, unknown> = {};
    for (const [name, one] of Object.entries(given)) {
      const read = Object.hasOwn(parts, name) ? parts[name]?.(one) : undefined;
      if (read === undefined) wrong.push({ field: name, code: 'field.unknown', message: words.unknown });
      else if ('wrong' in read) wrong.push(...read.wrong.map((each) => below(name, each)));
      else if (read.value !== undefined) value[name] = read.value;
    }
    return wrong.length > 0 ? { wrong } : { value: value as ValuesOf<Some> };
  };
}

function below(name: string, { field, ...rest }: FieldProblem): FieldProblem {
  return { field: field === '' ? name : `${name}.${field}`, ...rest };
}

function isWrong(found: unknown): found is Wrong {
  return typeof found === 'object' && found !== null && 'code' in found && 'message' in found;
}
