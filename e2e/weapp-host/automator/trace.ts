/** A frame as `DEBUG=automator:protocol` prints it, with the hour before it and whatever a terminal puts around it. */
const FRAME = /(SEND ►|◀ RECV) (\{.*\})/;
/** Ids and pictures: they differ from run to run. */
const NAMED = new Set(['elementId', 'nodeId', 'pageId', 'videoId']);
const LEFT_OUT = new Set(['SDKVersion', 'timeStamp']);
const A_PICTURE = 'App.captureScreenshot';

interface Frame {
  readonly id?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * A trace of the client as lines that two tools can be compared by: each request with its answer, in the order asked;
 * ids by the order in which they appear, and of an error only that there was one, as tools word theirs differently.
 */
export function normalisedTrace(output: string): string[] {
  const frames = output.split('\n').flatMap((line) => {
    const [, direction, text] = FRAME.exec(line) ?? [];
    return text === undefined ? [] : [{ sent: direction === 'SEND ►', frame: JSON.parse(text) as Frame }];
  });
  const answers = new Map(frames.flatMap(({ sent, frame }) => (!sent && frame.id ? [[frame.id, frame]] : [])));
  const names = new Map<string, string>();
  return frames.flatMap(({ sent, frame }) => {
    if (!sent || frame.method === undefined) return [];
    const asked = JSON.stringify(plain(frame.params ?? {}, names));
    return [`${frame.method} ${asked} -> ${answerOf(frame.method, answers.get(frame.id ?? ''), names)}`];
  });
}

/** The lines that one of two traces has and the other has not at its place; the first such place only. */
export function firstDifference(one: readonly string[], other: readonly string[]): string | undefined {
  const length = Math.max(one.length, other.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => one[index] !== other[index]);
  return at === undefined ? undefined : `line ${at + 1}\n- ${one[at] ?? '(the end)'}\n+ ${other[at] ?? '(the end)'}`;
}

function answerOf(method: string, answer: Frame | undefined, names: Map<string, string>): string {
  if (answer === undefined) return 'nothing';
  if (answer.error) return 'error';
  return method === A_PICTURE ? 'a picture' : JSON.stringify(plain(answer.result ?? {}, names));
}

function plain(value: unknown, names: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !LEFT_OUT.has(key));
  const entries = kept.map(([key, inner]): [string, unknown] => [
    key,
    NAMED.has(key) ? nameOf(key, String(inner), names) : plain(inner, names),
  ]);
  return Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)));
}

function nameOf(kind: string, id: string, names: Map<string, string>): string {
  const key = `${kind} ${id}`;
  const count = [...names.keys()].filter((known) => known.startsWith(`${kind} `)).length;
  const name = names.get(key) ?? `${kind}-${count + 1}`;
  names.set(key, name);
  return name;
}
