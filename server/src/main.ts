import 'reflect-metadata';
import { endOnWhatNobodyCaught, fail } from './last-words';
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

endOnWhatNobodyCaught();
main().catch(fail);
