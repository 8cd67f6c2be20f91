import { traceOf } from './platform/http/problem.filter';

/** Their messages were written for whoever starts a process. */
const FOR_PEOPLE = [
  'ConfigError',
  'AppendOnlyFilesError',
  'PortTakenError',
  'DataDirInUseError',
  'DataKeysError',
  'SchemaBehindError',
  'RightsBeyondServingError',
];

/**
 * Whatever nobody caught ends the process, as it would without this; but Node would print all that the error carries, and a
 * statement that failed carries its values: names and numbers, into a log that is kept (security.md T16).
 */
export function endOnWhatNobodyCaught(): void {
  process.on('uncaughtException', fail);
}

/** Says why the process ends, and ends it: the message where it was written for people, else what happened and where. */
export function fail(error: unknown): never {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exit(1);
}

function lastWords(error: unknown): string {
  if (error instanceof Error && FOR_PEOPLE.includes(error.name)) return error.message;
  const { alarm = 'the process ends', at = [], ...what } = traceOf(error);
  return [`${JSON.stringify({ level: 'fatal', alarm, ...what })}`, ...at].join('\n    ');
}
