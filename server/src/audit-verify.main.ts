import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { AuditCommands } from './platform/audit/audit-commands';
import type { Config } from './platform/config/config';
import { readConfig } from './platform/config/read-config';
import { DataDirInUseError } from './platform/database/embedded-lock';
import { openDatabase } from './platform/database/open-database';
import { AppLogger } from './platform/logging/app-logger';
import { type OperatorReply, sendCommand } from './platform/operator-socket/message';
import { schema } from './schema';

const USAGE = 'usage: npm run audit:verify [-- --restored "who" "why"]';

/**
 * `audit:verify`: whether the audit records are whole; with `--restored` puts a restore from a backup on record. Opens
 * the database itself, unless it is the embedded one and the server has it: then the server is asked.
 */
async function main(): Promise<number> {
  const [option, who, why, ...rest] = process.argv.slice(2);
  if (option === undefined) return say(await run(readConfig(process.env), { command: 'audit-verify' }));
  if (option !== '--restored' || !who || !why || rest.length > 0) return say({ ok: false, lines: [USAGE] });
  return say(await run(readConfig(process.env), { command: 'audit-restored', who, why }));
}

type Command = { command: 'audit-verify' } | { command: 'audit-restored'; who: string; why: string };

async function run(config: Config, command: Command): Promise<OperatorReply> {
  try {
    return await runHere(config, command);
  } catch (error) {
    const path = error instanceof DataDirInUseError ? error.owner?.operatorSocket : undefined;
    if (path === undefined) throw error;
    return sendCommand(path, command);
  }
}

async function runHere(config: Config, command: Command): Promise<OperatorReply> {
  const database = await openDatabase(config, schema);
  try {
    const module = AppModule.forRoot(config, database);
    const app = await NestFactory.createApplicationContext(module, {
      abortOnError: false,
      logger: new AppLogger('error'),
    });
    const commands = app.get(AuditCommands, { strict: false });
    const reply = command.command === 'audit-verify' ? commands.verify() : commands.restored(command.who, command.why);
    return await reply.finally(() => app.close());
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
