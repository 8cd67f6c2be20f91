import { randomUUID } from 'node:crypto';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { BookingRow } from '../src/modules/bookings/booking.entity';
import { SlotDesk } from '../src/modules/slot-inventory/slot-inventory.port';
import { Transactions } from '../src/platform/database/transactions';
import { sendCallback } from './callback';
import { type Journey, knownPhone } from './canary-journey';
import { staffHeaders } from './identity-desk';
import { receiveKey, sendKey } from './local-bureau';
import { send } from './resident';
import type { TestServer } from './server';

const HOUR_MS = 3_600_000;
const SERVICE = 'marriage-registration';
const key = () => ({ 'idempotency-key': randomUUID() });
const instant = (ms: number) => new Date(ms);

/** In three days, by the server's own clock. */
async function aWindow({ app }: TestServer) {
  const now = Date.now();
  const startsAt = now + 72 * HOUR_MS;
  const day = dayInShanghai(startsAt);
  const window = {
    pool: { service: SERVICE, site: 'registry-120101', kind: 'registration' },
    day,
    startsAt: instant(startsAt),
    endsAt: instant(startsAt + HOUR_MS),
    capacity: 2,
    heldBack: 0,
    opensAt: instant(now - HOUR_MS),
    closesAt: instant(startsAt - HOUR_MS),
    marks: {},
  };
  const open = () => app.get(SlotDesk, { strict: false }).apply([{ act: 'open', window }]);
  const [effect] = await app.get(Transactions).run(open);
  return { windowId: effect?.windowId ?? '', day };
}

const couple: Journey = {
  name: 'two people and one booking, from the first slip of the pen to the counter, the second saying no and then yes',
  expected: [400, 201, 400, 200, 400, 201, 200, 204, 200, 200, 200, 200, 201, 400, 200, 200, 200, 200],
  walk: async (server, person, { relative }) => {
    const [first, second] = [await knownPhone(server, person), await knownPhone(server, relative)];
    const { windowId, day } = await aWindow(server);
    const statuses: number[] = [];
    const noted = ({ status, body }: { readonly status: number; readonly body?: unknown }) => {
      statuses.push(status);
      return (body ?? {}) as Readonly<Record<string, unknown>>;
    };
    const at = (path: string) => `/api/v1/bookings${path}`;
    const details = { bothMainland: true, ceremony: false, [relative.name]: relative.idNumber };
    noted(await first.send('POST', at(''), { service: person.name, kind: person.phone, windowId }, key()));
    const wish = { service: SERVICE, kind: 'marriage', windowId, details };
    const { id, number } = noted(await first.send('POST', at(''), wish, key()));
    const confirm = (body: object) => first.send('POST', at(`/${String(id)}/confirmation`), body, key());
    noted(await confirm({ phone: person.name, partnerWay: 'own-phone' }));
    noted(await confirm({ phone: person.phone, partnerWay: 'own-phone' }));
    const here = { name: relative.name, idNumber: `${relative.idNumber}1`, agree: true };
    noted(await first.send('POST', at(`/${String(id)}/partner`), here));
    const { token } = noted(await first.send('POST', at(`/${String(id)}/invitations`), {}, key()));
    const link = `/api/v1/invitations/${String(token)}`;
    noted(await second.send('GET', link));
    noted(await second.send('POST', `${link}/decline`, {}, key()));
    noted(await second.send('POST', `${link}/confirmation`, { agree: true, phone: relative.phone }, key()));
    noted(await first.send('GET', at(`/${String(id)}`)));
    noted(await second.send('GET', at(`/${String(id)}/pass`)));
    noted(await first.send('GET', '/api/v1/notices'));
    const waiting = { service: SERVICE, kind: 'counselling', sites: ['registry-120101'], days: [day] };
    noted(await first.send('POST', '/api/v1/waitlist', { ...waiting, phone: person.phone }, key()));
    noted(await first.send('POST', '/api/v1/waitlist', { ...waiting, phone: relative.name }, key()));
    noted(await counterHears(server, String(number), relative.name, relative.idNumber));
    const reason = `${person.name} ${person.phone} 来电`;
    const days = { service: SERVICE, from: day, to: day, act: 'reopen', reason };
    const staff = await staffHeaders(server.url, 'J1001');
    noted(await send(server, 'POST', '/api/v1/staff/windows/changes', days, staff));
    await missed(server, String(number));
    const why = `${relative.name}住院了，电话${relative.phone}`;
    noted(await registrySays(server, 'ABSENCE_EXCUSED', { showNo: number, reason: why }));
    noted(await second.send('GET', at('/no-shows')));
    return statuses;
  },
};

/** The second person at the counter, ID in hand, as the registry says it. */
function counterHears(server: TestServer, number: string, name: string, idNumber: string): Promise<Response> {
  return registrySays(server, 'PARTNER_CAME', { queryNo: randomUUID(), showNo: number, name, certNo: idNumber });
}

function registrySays(server: TestServer, type: string, data: object): Promise<Response> {
  return sendCallback(server.url, Date.now(), { bureau: 'marriage-registry', type, data });
}

/** Nobody came, without waiting for the day. */
async function missed({ app }: TestServer, number: string): Promise<void> {
  const transactions = app.get(Transactions);
  const change = { state: 'no-show', endedAt: instant(Date.now()) } as const;
  await transactions.run(() => transactions.manager.update(BookingRow, { number }, change));
}

/** The marriage registry, with the keys callbacks are signed with here. */
export const registryEnv = (url: string): Readonly<Record<string, string>> => ({
  BUREAU_MARRIAGE_REGISTRY_URL: url,
  BUREAU_MARRIAGE_REGISTRY_SEND_KEY: `${sendKey.id}:${sendKey.key.toString('base64')}`,
  BUREAU_MARRIAGE_REGISTRY_RECEIVE_KEY: `${receiveKey.id}:${receiveKey.key.toString('base64')}`,
});

export const coupleJourneys: readonly Journey[] = [couple];
