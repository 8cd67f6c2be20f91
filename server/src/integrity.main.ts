import 'reflect-metadata';
import { hereOrAtTheServer, runToTheEnd } from './operator-command';
import { readConfig } from './platform/config/read-config';
import { IntegrityCommands } from './platform/integrity/integrity-commands';
import type { OperatorReply } from './platform/operator-socket/message';
import { SigningCommands } from './platform/signed-rows/signing-commands';

const USAGE =
  'usage: npm run integrity [-- [--all] [--restored "who" "why"] | --signed "who" "why" | --end-sessions "who" "why"]';

/**
 * `integrity`: whether rows, records, sealed values and files hold together; with `--all` every one of them. After a
 * restore `--restored` first ends what must not go on, and puts the restore on record. `--signed` ends the time in
 * which rows without a signature are let pass. `--end-sessions` ends everybody's session and claims no restore.
 */
async function main(): Promise<OperatorReply> {
  const args = process.argv.slice(2);
  const all = args[0] === '--all';
  const [option, who = '', why = '', ...rest] = all ? args.slice(1) : args;
  const depth = { all };
  const message = { all: all ? 'yes' : 'no' };
  const config = readConfig(process.env);
  if (option === undefined) {
    return hereOrAtTheServer(config, { command: 'integrity', ...message }, (app) =>
      app.get(IntegrityCommands, { strict: false }).check(depth),
    );
  }
  if (option === '--signed' && why !== '' && rest.length === 0) {
    return hereOrAtTheServer(config, { command: 'signed', who, why }, (app) =>
      app.get(SigningCommands, { strict: false }).signed(who, why),
    );
  }
  if (option === '--end-sessions' && why !== '' && rest.length === 0) {
    return hereOrAtTheServer(config, { command: 'end-sessions', who, why }, (app) =>
      app.get(IntegrityCommands, { strict: false }).endSessions(who, why),
    );
  }
  if (option !== '--restored' || why === '' || rest.length > 0) return { ok: false, lines: [USAGE] };
  return hereOrAtTheServer(config, { command: 'restored', who, why, ...message }, (app) =>
    app.get(IntegrityCommands, { strict: false }).restored(who, why, depth),
  );
}

runToTheEnd(main);
