import { operatorCommand } from './lib/operator-command.mjs';
import { runCommand } from './lib/stop.mjs';

/** `npm run integrity`: whether everything that is kept holds together, above all after a restore (docs/operations.md). */
await runCommand((args) => operatorCommand('integrity.main.js', args));
