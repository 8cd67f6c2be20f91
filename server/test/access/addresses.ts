import { type AddressInfo, createServer, Socket } from 'node:net';
import { openApiDocument } from '../../src/platform/http/openapi';
import { operationsOf } from '../fuzz/operations';
import type { AccessHouse } from './access-house';
import { linesWithTexts, tryTexts } from './hostile-texts';
import { firstWhose } from './matrix';
import { CALLERS, outcomesOf } from './policies';
import type { Row } from './row';

/** Ways to say this machine, the cloud's own address or somebody's trap, to whoever looks at a text and not at where it leads. */
const addresses = (port: number): readonly string[] => [
  ...[`http://127.1:${port}/`, `http://0x7f000001:${port}/`, `http://2130706433:${port}/`, `http://[::1]:${port}/`],
  ...[`http://[::ffff:127.0.0.1]:${port}/`, `http://good.example@127.0.0.1:${port}/`, `//127.0.0.1:${port}/`],
  ...['http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', `http://127.0.0.1:${port}/#good.example`],
  ...['http://rebind.invalid/', 'http://xn--trap-xxx.invalid./', 'file:///etc/passwd', 'gopher://127.0.0.1:6379/_INFO'],
];

interface Tried {
  /** Where the server went because of a word. */
  readonly addresses: readonly string[];
  /** What was taken for more than a text. */
  readonly texts: readonly string[];
  /** Where one of them got as far as a route's own code. */
  readonly reached: readonly string[];
}

/** Every route once more with hostile words in place of each text of it (`tryTexts`), addresses among them. */
export async function tryWords(house: AccessHouse, rows: readonly (readonly [string, Row])[]): Promise<Tried> {
  const wrong: string[] = [];
  const texts: string[] = [];
  const reached: string[] = [];
  const bait = createServer((socket) => {
    wrong.push('the bait was taken');
    socket.destroy();
  });
  await new Promise<void>((resolve) => bait.listen(0, '127.0.0.1', resolve));
  const stop = listenToConnections((host) => wrong.push(`went to ${host}`));
  const all = addresses((bait.address() as AddressInfo).port);
  const operations = operationsOf(openApiDocument(house.server.app, house.server.url));
  try {
    for (const [route, row] of rows) {
      const outcomes = outcomesOf(row.policy, firstWhose(row));
      const caller = CALLERS.find((each) => outcomes[each] === 'in');
      const operation = operations.find((each) => each.route === route);
      if (caller === undefined || operation === undefined) continue;
      await house.forgetTries();
      const heard = await tryTexts(house, operation, row, caller, all);
      texts.push(...heard.wrong);
      reached.push(...heard.reached);
    }
    const found = wrong.length;
    await fetch(all[0] ?? '').catch(() => undefined);
    if (wrong.length === found) wrong.push('the bait notices nobody, not even us');
    else wrong.splice(found);
  } finally {
    stop();
    bait.close();
  }
  return { addresses: wrong, texts: [...texts, ...linesWithTexts(house)], reached };
}

/** All of this process that leaves the machine's own IPv4 address. */
function listenToConnections(hear: (host: string) => void): () => void {
  const { connect } = Socket.prototype;
  const spy = jest.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...asked: unknown[]) {
    const text = JSON.stringify(asked);
    const host = /"host(?:name)?":"([^"]+)"/.exec(text)?.[1] ?? '127.0.0.1';
    if (host !== '127.0.0.1' && host !== 'localhost') hear(host);
    // the arguments are those that came, whichever of its many forms was called
    return Reflect.apply(connect, this, asked) as Socket;
  });
  return () => spy.mockRestore();
}
