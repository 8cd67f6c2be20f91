import 'reflect-metadata';
import { RetentionCommands } from './modules/rights/keeping/retention-commands';
import { hereOrAtTheServer, runToTheEnd } from './operator-command';
import { readConfig } from './platform/config/read-config';
import type { OperatorReply } from './platform/operator-socket/message';

const USAGE =
  'usage: npm run retention [-- --dry-run | --hold <table>:<id> "who" "why" | --release <table>:<id> "who" "why"]';

/** `retention`: removes what is over for as long as it was to be kept; with `--dry-run` says what that would be. */
async function main(): Promise<OperatorReply> {
  const [option, object = '', who = '', why = '', ...rest] = process.argv.slice(2);
  const config = readConfig(process.env);
  if (option === undefined || (option === '--dry-run' && object === '')) {
    const dry = option !== undefined;
    return hereOrAtTheServer(config, { command: 'retention', dry: dry ? 'yes' : 'no' }, (app) =>
      app.get(RetentionCommands, { strict: false }).run(dry),
    );
  }
  if ((option !== '--hold' && option !== '--release') || why === '' || rest.length > 0) {
    return { ok: false, lines: [USAGE] };
  }
  const command = option === '--hold' ? 'legal-hold' : 'legal-release';
  return hereOrAtTheServer(config, { command, object, who, why }, (app) => {
    const commands = app.get(RetentionCommands, { strict: false });
    return option === '--hold' ? commands.hold(object, who, why) : commands.release(object, who, why);
  });
}

runToTheEnd(main);
