import { operatorCommand } from './lib/operator-command.mjs';
import { runCommand } from './lib/stop.mjs';

/** `npm run migrate [-- account@host]`: brings MySQL up to date as its owner, and says what the servers may do (docs/operations.md). */
await runCommand((args) => operatorCommand('migrate.main.js', args));
