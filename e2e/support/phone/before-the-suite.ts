import { createServer } from 'node:net';
import { until } from '../until';
import { sayWhatIsHeadlessOnly } from './headless-only';
import { portOf } from './tool';

/** A phone of a run that was killed needs a moment to see it. */
const OTHERS_LEAVE_MS = 5_000;

/** Whatever answers on our phones' ports later must be a phone of this run, and not one of another build. */
export default async function beforeTheSuite(): Promise<void> {
  sayWhatIsHeadlessOnly();
  if (process.env.WEAPP_WS) return;
  for (const port of [portOf('first'), portOf('second')]) {
    const free = until(`port ${port} to be free (WEAPP_AUTO_PORT names another)`, () => isFree(port), OTHERS_LEAVE_MS);
    await free;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
