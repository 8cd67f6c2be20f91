import { randomUUID } from 'node:crypto';
import { aVoyage } from './a-voyage';
import { type Journey, knownPhone } from './canary-journey';
import type { Reply } from './resident';

const key = () => ({ 'idempotency-key': randomUUID() });

const farewell: Journey = {
  name: 'a farewell at sea, with who died, who comes, what ails them and what is remembered, and a sibling who differs',
  expected: [201, 400, 200, 200, 201, 400, 200, 409, 409, 201, 404, 200, 200, 200],
  walk: async (server, person, { relative }) => {
    const [first, second] = [await knownPhone(server, person), await knownPhone(server, relative)];
    const windowId = await aVoyage(server);
    const statuses: number[] = [];
    const noted = ({ status, body }: Reply) => {
      statuses.push(status);
      return body;
    };
    const said = `${person.name}（${person.idNumber}）有心脏病，住${person.address}，打 ${person.phone}`;
    const { id, version } = noted(await first.send('POST', '/api/v1/farewells', {}, key()));
    const at = `/api/v1/farewells/${String(id)}`;
    const contact = { phone: person.phone, wantsCalls: true };
    const named = [{ id: 'r1', name: relative.name, where: 'aboard', age: 70, health: said }];
    const company = { aboard: 1, ashore: 0, named };
    const dead = { name: relative.name, idNumber: relative.idNumber, died: '2026-10-12' };
    const sections = { version, deceased: dead, contact, company };
    noted(await first.send('PATCH', at, { version, deceased: { ...dead, died: said }, [relative.name]: said }));
    noted(await first.send('PATCH', at, sections));
    noted(await first.send('POST', `${at}/sign-up`, {}, key()));
    const wish = { service: 'sea-scattering', kind: 'voyage', windowId, details: { farewell: id } };
    const booking = noted(await first.send('POST', '/api/v1/bookings', wish, key()));
    const place = `/api/v1/bookings/${String(booking.id)}`;
    noted(await first.send('PUT', `${place}/wishes`, { impossible: [said], sites: [relative.name] }));
    noted(await first.send('POST', `${place}/confirmation`, { phone: person.phone }, key()));
    const theirs = (await second.send('POST', '/api/v1/farewells', {}, key())).body;
    const draft = `/api/v1/farewells/${String(theirs.id)}`;
    const other = { version: theirs.version, deceased: dead, contact: { phone: relative.phone, wantsCalls: false } };
    await second.send('PATCH', draft, other);
    const clash = noted(await second.send('POST', `${draft}/sign-up`, {}, key()));
    noted(await first.send('POST', '/api/v1/farewell-asks', { ask: said.slice(0, 40), relation: '女儿' }, key()));
    const { ask } = (clash.family ?? {}) as { ask?: string };
    noted(await second.send('POST', '/api/v1/farewell-asks', { ask, relation: '妹妹', words: said }, key()));
    noted(await second.send('GET', at));
    noted(await first.send('GET', `${at}/passes`));
    noted(await first.send('PUT', `${at}/memory`, { words: said, yearly: 'no' }));
    noted(await first.send('GET', at));
    return statuses;
  },
};

export const farewellJourneys: readonly Journey[] = [farewell];
