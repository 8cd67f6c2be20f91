import { connect, Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { type Choice, chooseWriter, type NodeSays } from './choose-writer';
import { NodeLine } from './node-line';

/** While there is no writer everybody waits for one. */
const PACE = { everyMs: 1000, seekingMs: 200 };
/** One late answer may be our own machine's fault. */
const MISSED_MOST = 2;

/** What is asked of one node. */
export type Line = Pick<NodeLine, 'ask' | 'claim' | 'hasApplied' | 'hangUp'>;

/**
 * Knows which of several Galera nodes all processes write to now, and leads every new connection of the pool there. When
 * that node dies, stops answering or loses the majority, another is agreed on (see `chooseWriter`), and the connections
 * to the old one are broken off: what ran on them is answered 503, and the same key finds out what came of it.
 *
 * Reading from the one that is written to, nobody has to wait for what they wrote themselves (`wsrep_sync_wait`); only
 * when the writer moves it is waited, once, until the new one shows all that was acknowledged (docs/adr/0039).
 */
export class WriterWatch {
  private readonly logger = new Logger('Database');
  private readonly lines: readonly Line[];
  private readonly sockets = new Map<Socket, number>();
  private writer: { readonly at: number; readonly uuid: string } | undefined;
  private missed = 0;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly urls: readonly string[],
    lineTo: (url: string) => Line = (url) => new NodeLine(url),
    private readonly pace = PACE,
  ) {
    this.lines = urls.map(lineTo);
  }

  /** @throws Error when no node takes writes now. */
  async start(): Promise<void> {
    await this.look();
    if (!this.writer) {
      this.stop();
      throw Object.assign(new Error('no node of DATABASE_URL takes writes'), { code: 'ECONNREFUSED' });
    }
    this.schedule();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const line of this.lines) line.hangUp();
  }

  /** For the pool: a connection to the node that is written to; one that is refused while there is none. */
  connect(): Socket {
    if (!this.writer) return refused();
    const { at } = this.writer;
    const { hostname, port } = new URL(this.urls[at] as string); // an index of this very list
    const socket = connect(Number(port || 3306), hostname);
    socket.setNoDelay(true).setKeepAlive(true);
    this.sockets.set(socket, at);
    socket.once('close', () => this.sockets.delete(socket));
    return socket;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.turn(), this.writer ? this.pace.everyMs : this.pace.seekingMs);
    this.timer.unref();
  }

  private async turn(): Promise<void> {
    try {
      if (!(await this.staysAsItIs())) await this.look();
    } finally {
      this.schedule();
    }
  }

  private async staysAsItIs(): Promise<boolean> {
    if (!this.writer) return false;
    const { at, uuid } = this.writer;
    const says = await this.lines[at]?.ask();
    this.missed = says === 'late' ? this.missed + 1 : 0;
    if (says === 'late') return this.missed < MISSED_MOST;
    return typeof says === 'object' && says.serves && says.uuid === uuid && says.writer === uuid;
  }

  private async look(): Promise<void> {
    const says = await Promise.all(this.lines.map(async (line) => answered(await line.ask())));
    const choice = chooseWriter(says);
    const chosen = choice && says[choice.at];
    if (chosen?.uuid === this.writer?.uuid && choice && !choice.claims) return;
    if (!choice || !chosen) return this.leave();
    // nothing goes to the old one any more while it is settled who follows
    if (choice.at !== this.writer?.at) this.leave();
    if (await this.isSettled(choice, chosen, says)) this.follow(choice.at, chosen.uuid);
  }

  private async isSettled({ at, claims }: Choice, { uuid }: NodeSays, all: readonly (NodeSays | undefined)[]) {
    const line = this.lines[at] as Line; // an index of this very list
    if (!claims) return line.hasApplied();
    if (!(await line.claim(uuid, all[at]?.writer))) return false;
    const named = answered(await line.ask())?.writer;
    return named === undefined || named === uuid; // else another process was faster: looked at again in a moment
  }

  private leave(): void {
    if (this.writer) this.logger.warn({ alarm: 'database writer lost', node: this.nameOf(this.writer.at) });
    this.writer = undefined;
    this.breakOff();
  }

  private follow(at: number, uuid: string): void {
    // nothing is logged before the application, and with it the log, is made
    const moved = this.timer !== undefined && this.writer?.uuid !== uuid;
    this.writer = { at, uuid };
    this.missed = 0;
    this.breakOff();
    if (moved) this.logger.log({ database: 'writes go to', node: this.nameOf(at) });
  }

  private breakOff(): void {
    for (const [socket, at] of this.sockets) {
      if (at !== this.writer?.at) socket.destroy(lost());
    }
  }

  private nameOf(at: number): string {
    return new URL(this.urls[at] as string).host; // an index of this very list
  }
}

const answered = (says: NodeSays | 'late' | 'gone'): NodeSays | undefined =>
  typeof says === 'object' ? says : undefined;

function lost(): Error {
  return Object.assign(new Error('the database writer moved'), { code: 'ECONNRESET' });
}

function refused(): Socket {
  const socket = new Socket();
  process.nextTick(() => socket.destroy(Object.assign(new Error('no database writer'), { code: 'ECONNREFUSED' })));
  return socket;
}
