import { operatorCommand } from './lib/operator-command.mjs';
import { runCommand } from './lib/stop.mjs';

/** `npm run audit:verify`: whether every audit record is there and as it was written (docs/operations.md). */
await runCommand((args) => operatorCommand('audit-verify.main.js', args));
