import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { endOnWhatNobodyCaught, fail } from './last-words';
import type { Config } from './platform/config/config';
import { takeOwnerAccount } from './platform/config/owner-account';
import { ConfigError, readConfig } from './platform/config/read-config';
import { DataDirInUseError } from './platform/database/embedded-lock';
import { openDatabase } from './platform/database/open-database';
import { AppLogger } from './platform/logging/app-logger';
import { type OperatorReply, sendCommand } from './platform/operator-socket/message';
import { schema } from './schema';

/**
 * Does an operator's command on a database it opens itself, unless it is the embedded one and the server has it: then
 * the server is given `message` and does it.
 */
export async function hereOrAtTheServer(
  config: Config,
  message: Parameters<typeof sendCommand>[1],
  work: (app: INestApplicationContext) => Promise<OperatorReply>,
): Promise<OperatorReply> {
  try {
    return await here(config, work);
  } catch (error) {
    const path = error instanceof DataDirInUseError ? error.owner?.operatorSocket : undefined;
    if (path === undefined) throw error;
    return sendCommand(path, message);
  }
}

/**
 * What a command was told, and the account that owns the database where it was told that too: for commands that do what no
 * server may.
 * @throws ConfigError
 */
export function configAndOwner(env: NodeJS.ProcessEnv): { readonly config: Config; readonly ownerUrl?: string } {
  const { url, problems, rest } = takeOwnerAccount(env);
  if (problems.length > 0) throw new ConfigError(problems);
  return { config: readConfig(rest), ...(url !== undefined && { ownerUrl: url }) };
}

/** Runs a command to its end: says its lines, and ends the process with 0 only where it went well. */
export function runToTheEnd(command: () => Promise<OperatorReply>): void {
  endOnWhatNobodyCaught();
  command().then(
    ({ ok, lines }) => {
      const stream = ok ? process.stdout : process.stderr;
      stream.write(lines.map((line) => `${line}\n`).join(''));
      process.exit(ok ? 0 : 1);
    },
    (error: unknown) => {
      // a statement that failed quotes its values
      if (!(error instanceof Error) || 'query' in error || 'sql' in error) fail(error);
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
}

async function here(
  config: Config,
  work: (app: INestApplicationContext) => Promise<OperatorReply>,
): Promise<OperatorReply> {
  const database = await openDatabase(config, schema);
  try {
    // what it asks for happens; nothing else is removed, sent or given away meanwhile
    const module = AppModule.forRoot({ ...config, oneCommand: true }, database);
    const logger = new AppLogger('error');
    const app = await NestFactory.createApplicationContext(module, { abortOnError: false, logger });
    return await work(app).finally(() => app.close());
  } finally {
    await database.close();
  }
}
