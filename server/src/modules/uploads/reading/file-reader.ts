import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { childArguments } from '../../../platform/child-arguments';
import { OwnersInTurn } from '../../../platform/owners-in-turn';
import type { Reading } from './reading';

const PATIENCE_MS = 20_000;
const HEAP_MB = 256;

/** And how long it kept the others waiting, without its own waiting. */
export type TimedReading = Reading & { readonly tookMs: number };

/**
 * Reads what strangers send, in a process of its own that has no key, no address of a database and no environment: a
 * decoder that is broken into, or fills its memory, or never ends, takes nothing of the server's with it. One file at a
 * time, accounts in turn; one that takes too long, or takes the process with it, is called broken, and the next has a new
 * process.
 */
@Injectable()
export class FileReader implements OnApplicationShutdown {
  private process: ChildProcess | undefined;
  private readonly turns = new OwnersInTurn();

  /** How many may wait is the caller's. */
  read(accountId: string, bytes: Buffer): Promise<TimedReading> {
    return this.turns.take(accountId, async () => {
      const began = performance.now();
      const reading = await this.readOne(bytes);
      return { ...reading, tookMs: Math.ceil(performance.now() - began) };
    });
  }

  onApplicationShutdown(): void {
    this.process?.kill('SIGKILL');
  }

  private readOne(bytes: Buffer): Promise<Reading> {
    const process = this.running();
    return new Promise((resolve) => {
      const timer = setTimeout(() => process.kill('SIGKILL'), PATIENCE_MS);
      const settle = (reading: Reading) => {
        clearTimeout(timer);
        process.off('message', onMessage).off('exit', onExit).off('error', onExit);
        resolve(reading);
      };
      const onMessage = (reading: Reading) => settle(withBuffer(reading));
      const onExit = () => settle({ refused: 'broken' });
      // one that could not be started never exits
      process.on('message', onMessage).on('exit', onExit).on('error', onExit);
      process.send(bytes);
    });
  }

  /** Started with the first file, and again with the next one after it died. */
  private running(): ChildProcess {
    if (this.process) return this.process;
    const started = fork(join(__dirname, `reader.process${extname(__filename)}`), {
      env: {},
      execArgv: [...childArguments(), `--max-old-space-size=${HEAP_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.unref();
    started.channel?.unref();
    const forget = () => {
      if (this.process === started) this.process = undefined;
    };
    started.on('error', forget);
    started.on('exit', forget);
    this.process = started;
    return started;
  }
}

/** What crosses between processes arrives as plain bytes. */
function withBuffer(reading: Reading): Reading {
  if (!('file' in reading)) return reading;
  return { file: { ...reading.file, bytes: Buffer.from(reading.file.bytes) } };
}
