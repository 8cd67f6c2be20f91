import { connect, createServer, type Socket } from 'node:net';

/** The line between a phone and the server, which can go bad on the way back: all arrives there, no answer comes. */
export interface BadLine {
  readonly origin: string;
  losesAnswers: boolean;
  stop(): Promise<void>;
}

export async function startBadLine(realOrigin: string): Promise<BadLine> {
  const { hostname, port } = new URL(realOrigin);
  const state = { losesAnswers: false };
  const open = new Set<Socket>();
  const server = createServer((phone) => {
    const house = connect(Number(port), hostname);
    phone.pipe(house);
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
  return Object.assign(state, { origin: `http://127.0.0.1:${own}`, stop });
}
