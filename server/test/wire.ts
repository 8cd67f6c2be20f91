import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire to a database that can be cut and mended. */
export interface Wire {
  /** The same database through it. */
  readonly url: string;
  /** What runs is broken off, what comes is refused. */
  cut(): void;
  mend(): void;
}

export async function startWire(databaseUrl: string): Promise<Wire> {
  const url = new URL(databaseUrl);
  const [host, port] = [url.hostname, Number(url.port)];
  const ends = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.resetAndDestroy();
    const far = connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: () => {
      whole = false;
      for (const end of ends) end.resetAndDestroy();
    },
    mend: () => {
      whole = true;
    },
  };
}
