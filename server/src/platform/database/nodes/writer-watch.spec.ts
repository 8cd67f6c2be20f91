import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { until } from '../../../../test/until';
import type { NodeSays } from './choose-writer';
import { type Line, WriterWatch } from './writer-watch';

/** Listens like a node and says of itself what the test wants; `npm run galera` is about real ones. */
class PlayedNode implements Line {
  static row = '';
  state: 'well' | 'late' | 'gone' | 'alone' = 'well';
  private server?: Server;
  port = 0;

  constructor(readonly uuid: string) {}

  async listen(): Promise<void> {
    this.server = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  close(): void {
    this.server?.close();
  }

  async ask(): Promise<NodeSays | 'late' | 'gone'> {
    if (this.state === 'late' || this.state === 'gone') return this.state;
    const serves = this.state === 'well';
    return { uuid: this.uuid, serves, isUpToDate: serves, ...(serves ? { writer: PlayedNode.row } : {}) };
  }

  async claim(uuid: string, instead = ''): Promise<boolean> {
    if (PlayedNode.row === instead) PlayedNode.row = uuid;
    return true;
  }

  async hasApplied(): Promise<boolean> {
    return true;
  }

  hangUp(): void {}
}

let nodes: readonly PlayedNode[];
let watches: WriterWatch[];

beforeAll(() => Logger.overrideLogger(false));
afterAll(() => Logger.overrideLogger(new ConsoleLogger()));

beforeEach(async () => {
  PlayedNode.row = '';
  watches = [];
  nodes = ['a', 'b', 'c'].map((uuid) => new PlayedNode(uuid));
  await Promise.all(nodes.map((node) => node.listen()));
});

afterEach(() => {
  for (const watch of watches) watch.stop();
  for (const node of nodes) node.close();
});

async function watch(order: readonly number[] = [0, 1, 2]): Promise<WriterWatch> {
  const inOrder = order.map((at) => nodes[at] as PlayedNode); // 0 to 2
  const byUrl = new Map(inOrder.map((node) => [`mysql://root@127.0.0.1:${node.port}/x`, node]));
  const made = new WriterWatch([...byUrl.keys()], (url) => byUrl.get(url) as PlayedNode, { everyMs: 5, seekingMs: 2 });
  watches.push(made);
  await made.start();
  return made;
}

/** Which node a new connection of the pool leads to; undefined when it is refused. */
async function leadsTo(made: WriterWatch): Promise<string | undefined> {
  const socket = made.connect();
  const port = await new Promise<number | undefined>((resolve) => {
    socket.once('connect', () => resolve(socket.remotePort));
    socket.once('error', () => resolve(undefined));
  });
  socket.destroy();
  return nodes.find((node) => node.port === port)?.uuid;
}

function brokenWith(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code)));
}

const state = (at: number, is: PlayedNode['state']) => Object.assign(nodes[at] as PlayedNode, { state: is });

describe('the watch over several nodes', () => {
  it('leads processes with other lists to one node, and says so in the row', async () => {
    const [one, other] = [await watch([0, 1, 2]), await watch([2, 1, 0])];
    expect([await leadsTo(one), await leadsTo(other), PlayedNode.row]).toEqual(['a', 'a', 'a']);
  });

  it.each(['gone', 'late', 'alone'] as const)(
    'breaks off what runs on a node that is %s, and agrees on another',
    async (is) => {
      const [one, other] = [await watch([0, 1, 2]), await watch([2, 1, 0])];
      const broken = brokenWith(one.connect());
      state(0, is);
      expect(await broken).toBe('ECONNRESET');
      await until(() => expect(PlayedNode.row).not.toBe('a'));
      await until(async () =>
        expect([await leadsTo(one), await leadsTo(other)]).toEqual([PlayedNode.row, PlayedNode.row]),
      );
    },
  );

  it('does not go back when a node returns', async () => {
    const made = await watch();
    state(0, 'gone');
    await until(async () => expect(await leadsTo(made)).toBe('b'));
    state(0, 'well');
    expect(await leadsTo(await watch())).toBe('b');
    expect(await leadsTo(made)).toBe('b');
  });

  it('follows when another process had to agree on another', async () => {
    const made = await watch();
    PlayedNode.row = 'c';
    await until(async () => expect(await leadsTo(made)).toBe('c'));
  });

  it('refuses at once while there is no majority, and leads again when there is one', async () => {
    const made = await watch();
    for (const at of [0, 1, 2]) state(at, at === 0 ? 'alone' : 'gone');
    await until(async () => expect(await leadsTo(made)).toBe(undefined));
    for (const at of [0, 1, 2]) state(at, 'well');
    await until(async () => expect(await leadsTo(made)).toBe('a'));
  });

  it('does not start where no node takes writes', async () => {
    for (const at of [0, 1, 2]) state(at, 'alone');
    await expect(watch()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
