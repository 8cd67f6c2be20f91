/** What the value of a template's key may be, by the letters of the key (docs/bureaus/wechat/interface.md). */
const KINDS: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => [...value].length <= 20,
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  name: (value) => (/\p{Script=Han}/u.test(value) ? [...value].length <= 10 : [...value].length <= 20),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  number: (value) => /^\d{1,32}(\.\d+)?$/.test(value),
  amount: (value) => /^[¥$]?\d{1,10}(\.\d+)?元?$/.test(value),
  time: (value) => /^(\d{4}[年-]\d{1,2}[月-]\d{1,2}日? ?)?\d{1,2}:\d{2}(:\d{2})?$/.test(value),
  date: (value) => /^\d{4}[年-]\d{1,2}[月-]\d{1,2}日?( \d{1,2}:\d{2}(:\d{2})?)?$/.test(value),
};

/** The first key whose value does not fit; undefined when all do. */
export function wrongField(data: Readonly<Record<string, unknown>>): string | undefined {
  return Object.entries(data).find(([key, given]) => !fits(key, (given as { value?: unknown } | null)?.value))?.[0];
}

function fits(key: string, value: unknown): boolean {
  const kind = /^([a-z_]+?)\d{1,3}$/.exec(key)?.[1];
  const check = kind === undefined ? undefined : KINDS[kind];
  return check !== undefined && typeof value === 'string' && value !== '' && check(value);
}
