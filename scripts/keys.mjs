import { operatorCommand } from './lib/operator-command.mjs';
import { runCommand } from './lib/stop.mjs';

/** `npm run keys [-- add|use|rotate|retire …]`: which keys there are, what needs them, and changing them (docs/operations.md, Keys). */
await runCommand((args) => operatorCommand('keys.main.js', args));
