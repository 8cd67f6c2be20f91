import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/config';
import { Database } from '../database/database.module';
import { traceOf } from '../http/problem.filter';
import { MAX_MESSAGE_BYTES, type OperatorReply, readMessage } from './message';

type Handler = (fields: Readonly<Record<string, string>>) => Promise<OperatorReply>;

/** Paths of unix sockets end at about 104 bytes on some systems. */
const MAX_SOCKET_PATH = 100;

/**
 * Where a person with a shell on this machine gives commands to the process that has the embedded database to itself.
 * A unix socket only its owner may open; the lock file says where. On MySQL there is none: a second process may simply
 * open the database.
 */
@Injectable()
export class OperatorSocket implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('OperatorSocket');
  private readonly handlers = new Map<string, Handler>();
  /** Those whose message is not whole yet; nothing is lost when they are cut off. */
  private readonly reading = new Set<Socket>();
  private server: Server | undefined;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Registers what answers a command. Its fields are texts; a missing one is undefined. */
  handle(command: string, handler: Handler): void {
    this.handlers.set(command, handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { lock } = this.database;
    if (!lock) return;
    const path = socketPath(this.config.dataDir);
    rmSync(path, { force: true }); // left by a killed process; the lock says that none is alive
    const server = createServer({ allowHalfOpen: true }, (socket) => void this.serve(socket));
    const openMask = process.umask(0o177);
    try {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
    } finally {
      process.umask(openMask);
    }
    chmodSync(path, 0o600);
    this.server = server;
    lock.describe({ pid: process.pid, operatorSocket: path });
  }

  /** Waits for commands already running; who has not finished speaking is cut off. */
  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (!server) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.reading) socket.destroy();
    await closed;
  }

  private async serve(socket: Socket): Promise<void> {
    socket.setTimeout(60_000, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    const reply = await this.replyTo(socket);
    socket.end(JSON.stringify(reply));
  }

  private async messageFrom(socket: Socket): Promise<Readonly<Record<string, string>>> {
    this.reading.add(socket);
    socket.once('close', () => this.reading.delete(socket));
    const fields = await readMessage(socket, MAX_MESSAGE_BYTES); // a message refused leaves a socket nobody waits for
    this.reading.delete(socket);
    return fields;
  }

  private async replyTo(socket: Socket): Promise<OperatorReply> {
    try {
      const fields = await this.messageFrom(socket);
      const handler = this.handlers.get(fields.command ?? '');
      return handler ? await handler(fields) : { ok: false, lines: [`unknown command "${fields.command ?? ''}"`] };
    } catch (error) {
      this.logger.error(traceOf(error));
      return {
        ok: false,
        lines: [`the server could not do it: ${error instanceof Error ? error.name : 'error'}; see its log`],
      };
    }
  }
}

/** In the data folder, or in the system's folder for such things when that path would be too long. */
function socketPath(dataDir: string): string {
  const inside = join(dataDir, 'operator.sock');
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH) return inside;
  return join(tmpdir(), `jinmen-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}.sock`);
}
