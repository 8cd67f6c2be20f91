import 'reflect-metadata';
import { readConfig } from './platform/config/read-config';
import { serve } from './serve';

/** A stop that takes longer is cut: whoever asked is waiting, and would kill it soon. */
const STOP_WITHIN_MS = 9500;

async function main(): Promise<void> {
  const running = await serve(readConfig(process.env));
  console.log(`ready at ${running.url}`);
  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

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
 * The message alone where it was written for people; else where in the code it happened, and nothing of what an error
 * carries beside: a statement that failed knows its values.
 */
function fail(error: unknown): void {
  const known = error instanceof Error && FOR_PEOPLE.includes(error.name);
  console.error(
    error instanceof Error ? (known ? error.message : error.stack) : 'something that is no error was thrown',
  );
  process.exit(1);
}

main().catch(fail);
