import { Transactions } from '../../src/platform/database/transactions';
import { IntegrityCommands } from '../../src/platform/integrity/integrity-commands';
import { look } from '../crash/looking';
import { send } from '../resident';
import type { TestServer } from '../server';
import type { Town } from './town';

export interface Judged {
  /** Sealed values. */
  readonly opened: number;
  /** What should not be. */
  readonly wrong: readonly string[];
}

const LEAST_OPENED = 100;

/** What an operator does and sees, and what people find who lived before the city was put back, in all its lives. */
export async function judge(
  server: TestServer,
  towns: readonly [...Town[], Town],
  effects: ReadonlyMap<string, number>,
  say: (line: string) => void,
): Promise<Judged> {
  const commands = server.app.get(IntegrityCommands, { strict: false });
  const { ok, lines } = await commands.restored('运维 李工', '演练', { all: true });
  say(lines.join('\n  '));
  const wrong = ok ? [] : [...lines];
  const opened = Number(/sealed values: (\d+) of/.exec(lines.join('\n'))?.[1]);
  if (!(opened >= LEAST_OPENED)) wrong.push(`${opened} sealed values were opened; at least ${LEAST_OPENED} should be`);
  const [{ heard, told }] = towns; // one and the same for all
  const found = await look(server, heard, told, effects);
  for (const [kind, list] of Object.entries(found)) wrong.push(...list.map((line: string) => `${kind}: ${line}`));
  for (const town of towns) wrong.push(...(await stillIn(server, town)), ...(await stillThere(server, town)));
  return { opened, wrong };
}

async function stillIn(server: TestServer, { callers }: Town): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { token } of callers) {
    const { status } = await send(server, 'GET', '/api/v1/me', undefined, { authorization: `Bearer ${token}` });
    if (status !== 401) wrong.push(`a session of before the restore is answered ${status}`);
  }
  return wrong;
}

async function stillThere(server: TestServer, { early, late }: Town): Promise<readonly string[]> {
  const { manager } = server.app.get(Transactions);
  const wrong: string[] = [];
  for (const { accountId } of [early, late]) {
    const rows: unknown[] = await manager.query('SELECT 1 FROM account WHERE id = ?', [accountId]);
    if (rows.length > 0) wrong.push('somebody who asked to be forgotten is there');
  }
  return wrong;
}
