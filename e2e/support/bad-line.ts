import { connect, createServer, type Socket } from 'node:net';

/** The line between a phone and the server, which can go bad on the way back: all arrives there, no answer comes. */
export interface BadLine {
  readonly origin: string;
  losesAnswers: boolean;
  /** Under which key each request for this path came by, in their order. */
  keysFor(path: string): readonly string[];
  stop(): Promise<void>;
}

export async function startBadLine(realOrigin: string): Promise<BadLine> {
  const { hostname, port } = new URL(realOrigin);
  const state = { losesAnswers: false };
  const open = new Set<Socket>();
  const heads: string[] = [];
  const server = createServer((phone) => {
    const house = connect(Number(port), hostname);
    phone.pipe(house);
    phone.on('data', (bytes) => heads.push(bytes.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''));
    house.on('data', (answer) => (state.losesAnswers ? phone.destroy() : phone.write(answer)));
    for (const end of [phone, house]) {
      open.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        open.delete(end);
        phone.destroy();
        house.destroy();
      });
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port: own } = server.address() as { port: number };
  const stop = async (): Promise<void> => {
    for (const end of open) end.destroy();
    await new Promise((done) => server.close(done));
  };
  const keysFor = (path: string): readonly string[] =>
    heads
      .filter((head) => head.split(' ')[1]?.endsWith(path))
      .flatMap((head) => /^idempotency-key: *(\S+)/im.exec(head)?.[1] ?? []);
  return Object.assign(state, { keysFor, origin: `http://127.0.0.1:${own}`, stop });
}
