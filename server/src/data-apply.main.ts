import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ChangeRefusedError } from './modules/standards/change-file';
import { StandardChanges } from './modules/standards/standard-changes.service';
import { hereOrAtTheServer, runToTheEnd } from './operator-command';
import { readConfig } from './platform/config/read-config';
import type { OperatorReply } from './platform/operator-socket/message';

/** `data:apply -- change.json`: an operator's change of standards. */
async function main(): Promise<OperatorReply> {
  const [path, ...rest] = process.argv.slice(2);
  if (path === undefined || rest.length > 0) return { ok: false, lines: ['usage: npm run data:apply -- change.json'] };
  const text = await readFile(path, 'utf8');
  const fileName = basename(path);
  try {
    return await hereOrAtTheServer(
      readConfig(process.env),
      { command: 'data-apply', text, fileName },
      async (app): Promise<OperatorReply> => {
        const { lines, version } = await app.get(StandardChanges).apply(text, fileName);
        return { ok: true, lines: [...lines, `standards are now version ${version}`] };
      },
    );
  } catch (error) {
    if (error instanceof ChangeRefusedError) return { ok: false, lines: error.lines };
    throw error;
  }
}

runToTheEnd(main);
