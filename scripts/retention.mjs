import { operatorCommand } from './lib/operator-command.mjs';
import { runCommand } from './lib/stop.mjs';

/** `npm run retention`: removes what is over for as long as it was to be kept, or says what that would be (docs/operations.md). */
await runCommand((args) => operatorCommand('retention.main.js', args));
