import { randomUUID } from 'node:crypto';
import { aComplaint } from './a-complaint';
import type { CanaryPerson } from './canary';
import { type Journey, knownPhone } from './canary-journey';
import { photoOfPaper } from './hostile-files';
import { staffHeaders } from './identity-desk';
import { filled } from './relief-house';
import { type Phone, type Reply, send } from './resident';

const LIVING = 'minimum-living-allowance';
const STREET = '120111001';
const key = () => ({ 'idempotency-key': randomUUID() });
const statusesOf = (replies: readonly { readonly status: number }[]) => replies.map(({ status }) => status);

/** A draft that says who lives there; resolves to where it stands. */
async function draftOf(phone: Phone, { phone: number, address }: CanaryPerson, relative: CanaryPerson) {
  const created = await phone.send('POST', '/api/v1/relief/applications', { programmes: [LIVING] }, key());
  const at = `/api/v1/relief/applications/${String(created.body.id)}`;
  const members = [{ id: 'm1', name: relative.name, idNumber: relative.idNumber, relation: 'spouse' as const }];
  const typed = { 'applicant.phone': number, 'applicant.address': address, 'household.members': members };
  await phone.send('PATCH', at, { version: created.body.version, fields: filled([LIVING], typed) });
  return at;
}

const money: Journey = {
  name: 'saying whose account the money goes to, with one’s own number as the account’s',
  expected: [422, 200, 400, 400, 200, 409, 409],
  walk: async (server, person, { relative }) => {
    const phone = await knownPhone(server, person);
    const at = await draftOf(phone, person, relative);
    const { name, idNumber } = person;
    const owner = { kind: 'household-member', member: 'm1', name: relative.name };
    const account = { way: 'account', owner, card: 'bank-card', number: idNumber };
    const text = `${relative.name} ${relative.idNumber} 走了，电话 ${person.phone}`;
    return statusesOf([
      await phone.send('PUT', `${at}/payee`, account),
      await phone.send('PUT', `${at}/payee`, { ...account, sure: true }),
      await phone.send('PUT', `${at}/payee`, { ...account, owner: { kind: name }, card: idNumber }),
      await phone.send('PUT', `${at}/payee`, { ...account, number: name, [name]: idNumber }),
      await phone.send('GET', `${at}/payee`),
      await phone.send('POST', `${at}/changes`, { kind: 'death', text }, key()),
      await phone.send('POST', `${at}/rating`, { score: 1, text }, key()),
    ]);
  },
};

const papers: Journey = {
  name: 'sending a photo whose file is called after somebody, and promising what follows',
  expected: [200, 404, 422, 422, 400, 200],
  walk: async (server, person, { relative }) => {
    const phone = await knownPhone(server, person);
    const at = await draftOf(phone, person, relative);
    const put = async (kind: string, bytes: Buffer, part = 'file') => {
      const form = new FormData();
      const file = new Blob([new Uint8Array(bytes)], { type: `image/${person.phone}` });
      form.append(part, file, `${relative.name}${relative.idNumber}.jpg`);
      const headers = { authorization: `Bearer ${phone.session.accessToken}` };
      return fetch(`${server.url}${at}/materials/${encodeURIComponent(kind)}`, { method: 'PUT', headers, body: form });
    };
    const said = Buffer.from(`${person.name} ${person.idNumber} ${person.phone}`);
    const promises = { papers: [{ kind: person.name, by: '2026-12-01', [relative.name]: relative.phone }] };
    return statusesOf([
      await put('identity-card', await photoOfPaper(300, 200)),
      await put(`${person.name}${person.idNumber}`, said),
      await put('identity-card', said),
      await put('income', Buffer.concat([Buffer.from('%PDF-1.7\n'), said])),
      await phone.send('POST', `${at}/commitments`, promises, key()),
      await phone.send('GET', at),
    ]);
  },
};

const signing: Journey = {
  name: 'asking the family to sign, on this phone, by a link, and with a word on who will not',
  expected: [200, 200, 200, 400, 404, 404, 403],
  walk: async (server, person, { relative }) => {
    const phone = await knownPhone(server, person);
    const at = await draftOf(phone, person, relative);
    const act = (wish: object) => phone.send('POST', `${at}/authorisations`, wish, key());
    const why = `${relative.name}（${relative.idNumber}）住${relative.address}，打 ${relative.phone} 没人接`;
    const wrong = encodeURIComponent(`${relative.name}${relative.idNumber}`);
    const yes = { accepted: true };
    const replies = [
      await act({ member: 'applicant', accepted: true }),
      await act({ member: 'm1', accepted: true, idNumber: person.idNumber }),
      await act({ member: 'm1', way: 'unreachable', reason: why }),
      await act({ member: relative.name, way: relative.phone, reason: relative.idNumber }),
      await server.get(`/api/v1/relief/invitations/${wrong}`),
      await phone.send('POST', `/api/v1/relief/invitations/${wrong}/signature`, yes, key()),
    ];
    const sent = (await act({ member: 'm1', way: 'link' })).body as { invitation?: { token?: string } };
    const token = sent.invitation?.token ?? '';
    const other = await phone.send('POST', `/api/v1/relief/invitations/${token}/signature`, yes, key());
    return statusesOf([...replies, other]);
  },
};

const helping: Journey = {
  name: 'adding somebody in one’s care, offering help to somebody, and stopping it with a wrong code',
  expected: [201, 400, 201, 400, 200, 200, 400],
  walk: async (server, person, { relative }) => {
    const phone = await knownPhone(server, person);
    const { name, idNumber } = relative;
    const asked = { name, idNumber, street: STREET, way: 'call', phone: relative.phone, programmes: [LIVING] };
    const stop = (body: object) => send(server, 'POST', '/api/v1/mandates/revocations', body);
    return statusesOf([
      await phone.send('POST', '/api/v1/dependants', { name, idNumber, relation: 'ward', proof: 'paper' }, key()),
      await phone.send('POST', '/api/v1/dependants', { name, idNumber, relation: name, proof: idNumber }, key()),
      await phone.send('POST', '/api/v1/mandates', { ...asked, days: 30 }, key()),
      await phone.send('POST', '/api/v1/mandates', { ...asked, days: 30, [name]: idNumber, way: name }, key()),
      await phone.send('GET', '/api/v1/mandates'),
      await stop({ phone: relative.phone, code: '1234 5678' }),
      await stop({ phone: name, code: idNumber }),
    ]);
  },
};

const urgent: Journey = {
  name: 'calling for help at once, nobody signed in, and a colleague who writes down what came of it',
  expected: [201, 400, 404, 404, 200],
  walk: async (server, { name, idNumber, phone, address }, { relative }) => {
    const secret = Buffer.from(randomUUID().replaceAll('-', '')).toString('hex');
    const told = { forSomebodyElse: true, name, kinds: ['no-food'], place: address.slice(0, 20), phone, secret };
    const words = `${name} ${idNumber} 和${relative.name}两天没吃，打 ${phone}`;
    const post = (path: string, body: object) => send(server, 'POST', `/api/v1/urgent-requests${path}`, body, key());
    const staff = await staffHeaders(server.url, 'J1001');
    const watch = '/api/v1/staff/urgent-requests';
    return statusesOf([
      await post('', { ...told, words, street: STREET, findAt: address }),
      await post('', { ...told, kinds: [name], phone: idNumber, [relative.name]: relative.phone }),
      await post('/lookups', { secret: '0'.repeat(64) }),
      await send(server, 'POST', `${watch}/${phone}/done`, { reason: words }, staff),
      await send(server, 'GET', watch, undefined, staff),
    ]);
  },
};

const complaining: Journey = {
  name: 'complaining about somebody by name, and an answer that names them',
  expected: [201, 400, 200, 204, 409],
  walk: async (server, person, { relative }) => {
    const phone = await knownPhone(server, person);
    const text = `${relative.name}（${relative.phone}）没给${person.name}办，身份证 ${person.idNumber}`;
    const staff = await staffHeaders(server.url, 'J1001');
    const answered = `/api/v1/staff/complaints/${await aComplaint(server, STREET)}/answer`;
    const answer = (): Promise<Reply> => send(server, 'POST', answered, { text, reason: text }, staff);
    return statusesOf([
      await phone.send('POST', '/api/v1/complaints', { kind: 'complaint', text }, key()),
      await phone.send('POST', '/api/v1/complaints', { kind: person.name, text, [person.name]: text }, key()),
      await phone.send('GET', '/api/v1/complaints'),
      await answer(),
      await answer(),
    ]);
  },
};

/** What a family does around an application: money, papers, signatures, somebody who helps, a call, a complaint. */
export const familyJourneys: readonly Journey[] = [money, papers, signing, helping, urgent, complaining];
