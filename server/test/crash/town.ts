import { randomUUID } from 'node:crypto';
import type { SiteView } from '@jinmen/shared/bookings/views';
import type { MeView, SessionView } from '@jinmen/shared/residents/views';
import { Transactions } from '../../src/platform/database/transactions';
import { confirm } from '../confirmed';
import { openWindow } from '../reading-house';
import { numbered } from '../relief-house';
import { answered, Phone, send } from '../resident';
import type { TestServer } from '../server';
import type { Caller } from './asking';
import { KIND, POOL, SERVICE } from './journeys';

/** Far enough that no clock of a real day closes a window. */
const HOURS_AHEAD = 24 * 200;
const AT_ONCE = 8;

/** Residents with real sessions, names and consents. @param there how many came before. */
export async function settle(server: TestServer, count: number, there = 0): Promise<readonly Caller[]> {
  const callers: Caller[] = [];
  let next = there;
  const worker = async () => {
    while (next < there + count) {
      next += 1;
      callers.push(await resident(server, next));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return callers;
}

async function resident(server: TestServer, order: number): Promise<Caller> {
  const who = `crash-${randomUUID()}`;
  const phone = await Phone.of(server, who);
  const { accountId } = answered<MeView>(await phone.send('GET', '/api/v1/me'));
  const birth = `19${50 + Math.floor(order / 1000)}0101`;
  const idNumber = numbered(birth, String(order % 1000).padStart(3, '0'));
  const personId = await server.app.get(Transactions).run(() => confirm(server, accountId, '测试居民', idNumber));
  for (const purpose of ['relief-application', 'sensitive-circumstances']) {
    const { version } = await consentInForce(phone, purpose);
    answered(await phone.send('POST', '/api/v1/consents', { purpose, version, state: 'given' }));
  }
  const { accessToken: token }: SessionView = phone.session;
  return { accountId, personId, who, token, signedInAt: performance.now() };
}

async function consentInForce(phone: Phone, purpose: string): Promise<{ readonly version: number }> {
  const { items } = answered<{ readonly items: readonly { readonly purpose: string; readonly version: number }[] }>(
    await phone.send('GET', '/api/v1/consents'),
  );
  const found = items.find((each) => each.purpose === purpose);
  if (!found) throw new Error(`no consent ${purpose}`);
  return found;
}

/** Windows of a real site: some have room for everybody, some for hardly anybody. Their ids. */
export async function openWindows(server: TestServer, capacities: readonly number[]): Promise<readonly string[]> {
  const { sites } = answered<{ readonly sites: readonly SiteView[] }>(
    await send(server, 'GET', `/api/v1/services/${SERVICE}/sites`),
  );
  const site = sites.find(({ kinds }) => kinds.includes(KIND))?.id ?? '';
  const ids: string[] = [];
  for (const [at, capacity] of capacities.entries()) {
    ids.push(
      await openWindow(server, {
        service: SERVICE,
        site,
        kind: POOL,
        startsIn: HOURS_AHEAD + at,
        capacity,
      }),
    );
  }
  return ids;
}
