import { EmbeddedLock } from '../src/platform/database/embedded-lock';

/** Takes the lock of the folder it is given and keeps it until it is killed. */
EmbeddedLock.acquire(process.argv[2] ?? '');
process.stdout.write('holding\n');
setInterval(() => undefined, 1000);
