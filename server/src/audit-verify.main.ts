import 'reflect-metadata';
import { hereOrAtTheServer, runToTheEnd } from './operator-command';
import { AuditCommands } from './platform/audit/audit-commands';
import { readConfig } from './platform/config/read-config';
import type { OperatorReply } from './platform/operator-socket/message';

const USAGE = 'usage: npm run audit:verify [-- --restored "who" "why"]';

/** `audit:verify`: whether the audit records are whole; with `--restored` puts a restore from a backup on record. */
async function main(): Promise<OperatorReply> {
  const [option, who, why, ...rest] = process.argv.slice(2);
  if (option === undefined) {
    return hereOrAtTheServer(readConfig(process.env), { command: 'audit-verify' }, (app) =>
      app.get(AuditCommands, { strict: false }).verify(),
    );
  }
  if (option !== '--restored' || !who || !why || rest.length > 0) return { ok: false, lines: [USAGE] };
  return hereOrAtTheServer(readConfig(process.env), { command: 'audit-restored', who, why }, (app) =>
    app.get(AuditCommands, { strict: false }).restored(who, why),
  );
}

runToTheEnd(main);
