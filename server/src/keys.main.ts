import 'reflect-metadata';
import { configAndOwner, hereOrAtTheServer, runToTheEnd } from './operator-command';
import type { Config } from './platform/config/config';
import type { OperatorReply } from './platform/operator-socket/message';
import { DataKeysError, KEY_PURPOSES } from './platform/sealing/data-keys';
import { KeyCommands } from './platform/sealing/key-commands';
import { isPurpose, KeysFile } from './platform/sealing/keys-file';

const USAGE = `usage: npm run keys [-- add <purpose> | use <purpose> <id> | rotate | retire <purpose> <id>]
purposes: ${KEY_PURPOSES.join(', ')}; in the image: node dist/keys.main.js …`;

/**
 * `keys`: which keys there are and what needs them. `add` and `use` change the file alone; `rotate` moves everything to
 * the keys in use, those in the audit with the account that owns the database; `retire` takes out one that nothing needs.
 */
async function main(): Promise<OperatorReply> {
  const [order, purpose = '', id = '', ...rest] = process.argv.slice(2);
  const { config, ownerUrl } = configAndOwner(process.env);
  const named = isPurpose(purpose) && rest.length === 0;
  if (order === undefined) {
    return hereOrAtTheServer(config, { command: 'keys-status' }, (app) => commandsOf(app).status());
  }
  if (order === 'rotate' && purpose === '') {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    const asOwner = ownerUrl === undefined ? config : { ...config, databaseUrl: ownerUrl };
    return hereOrAtTheServer(asOwner, { command: 'keys-rotate' }, (app) => commandsOf(app).rotate(say));
  }
  if (order === 'retire' && named && id !== '') {
    const message = { command: 'keys-retire', purpose, id };
    return hereOrAtTheServer(config, message, (app) => commandsOf(app).retire(purpose, Number(id)));
  }
  if (order === 'add' && named && id === '')
    return changed(config, (file) => `${purpose} ${file.add(purpose)} is added`);
  if (order !== 'use' || !named || id === '') return { ok: false, lines: [USAGE] };
  return changed(config, (file) => {
    file.use(purpose, Number(id));
    return `${purpose} ${id} is the one in use from the next start on`;
  });
}

function commandsOf(app: { get(token: typeof KeyCommands, options: { strict: false }): KeyCommands }): KeyCommands {
  return app.get(KeyCommands, { strict: false });
}

function changed({ dataKeysFile }: Config, change: (file: KeysFile) => string): OperatorReply {
  try {
    return { ok: true, lines: [change(new KeysFile(dataKeysFile)), 'restart every process, one after the other'] };
  } catch (error) {
    if (error instanceof DataKeysError) return { ok: false, lines: [error.message] };
    throw error;
  }
}

runToTheEnd(main);
