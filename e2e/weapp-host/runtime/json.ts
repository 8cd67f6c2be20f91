/**
 * A copy as it would look after crossing from the logic layer to the view or to a test: JSON, nothing else.
 * Functions and undefined members are dropped; throws on cycles.
 */
export function jsonCopy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

/** What an error says, whatever was thrown. WeChat's API errors carry `errMsg` instead of `message`. */
export function errorText(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  if (isRecord(thrown) && typeof thrown.errMsg === 'string') return thrown.errMsg;
  return typeof thrown === 'string' ? thrown : JSON.stringify(thrown);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The value at a WeChat data path such as `list[0].name`; the whole object for an empty path. */
export function valueAt(object: unknown, path: string | undefined): unknown {
  if (!path) return object;
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  return keys.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), object);
}
