import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { ChangeRefusedError } from './modules/standards/change-file';
import { StandardChanges } from './modules/standards/standard-changes.service';
import type { Config } from './platform/config/config';
import { readConfig } from './platform/config/read-config';
import { DataDirInUseError } from './platform/database/embedded-lock';
import { openDatabase } from './platform/database/open-database';
import { AppLogger } from './platform/logging/app-logger';
import { type OperatorReply, sendCommand } from './platform/operator-socket/message';
import { schema } from './schema';

/**
 * `data:apply -- change.json`: an operator's change of standards. Opens the database itself, unless it is the embedded
 * one and the server has it: then the server is given the file.
 */
async function main(): Promise<number> {
  const [path, ...rest] = process.argv.slice(2);
  if (path === undefined || rest.length > 0)
    return say({ ok: false, lines: ['usage: npm run data:apply -- change.json'] });
  const text = await readFile(path, 'utf8');
  return say(await apply(readConfig(process.env), text, basename(path)));
}

async function apply(config: Config, text: string, fileName: string): Promise<OperatorReply> {
  try {
    return await applyHere(config, text, fileName);
  } catch (error) {
    if (error instanceof ChangeRefusedError) return { ok: false, lines: error.lines };
    if (!(error instanceof DataDirInUseError)) throw error;
    const path = error.owner?.operatorSocket;
    if (path === undefined) throw error;
    return sendCommand(path, { command: 'data-apply', text, fileName });
  }
}

async function applyHere(config: Config, text: string, fileName: string): Promise<OperatorReply> {
  const database = await openDatabase(config, schema);
  try {
    const logger = new AppLogger('error');
    const module = AppModule.forRoot(config, database);
    const app = await NestFactory.createApplicationContext(module, { abortOnError: false, logger });
    const { lines, version } = await app.get(StandardChanges).apply(text, fileName);
    await app.close();
    return { ok: true, lines: [...lines, `standards are now version ${version}`] };
  } finally {
    await database.close();
  }
}

function say({ ok, lines }: OperatorReply): number {
  const stream = ok ? process.stdout : process.stderr;
  stream.write(lines.map((line) => `${line}\n`).join(''));
  return ok ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
