import { contentHash } from '@jinmen/shared/kernel/content-hash';
import {
  type ConsentText,
  consentText,
  consentTexts,
  formerConsentTexts,
} from '@jinmen/shared/residents/consent-texts';
import type { ConsentView } from '@jinmen/shared/residents/views';
import { Phone, type Reply, send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { SessionCheck } from '../../platform/auth/session-check.port';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { Consent, ConsentChange } from './consent.entity';
import { Consents } from './consents.port';

const PURPOSE = 'relief-application';
const CONSENTS = '/api/v1/consents';

let wechat: LocalWechat;
let server: TestServer;

beforeAll(async () => {
  wechat = await startLocalWechat();
  server = await startServer({ ...wechat.env });
});
afterAll(async () => {
  await server.end();
  await wechat.close();
});

const yes = { purpose: PURPOSE, version: consentText(PURPOSE).version, state: 'given' };
const no = { ...yes, state: 'refused' };
const consents = () => server.app.get(Consents, { strict: false });
const transactions = () => server.app.get(Transactions);

async function accountOf(phone: Phone): Promise<string> {
  const resident = await server.app.get(SessionCheck, { strict: false }).find(phone.session.accessToken);
  return resident?.accountId ?? '';
}

async function stateOf(phone: Phone): Promise<string | undefined> {
  const { items } = (await phone.send('GET', CONSENTS)).body as unknown as { items: ConsentView[] };
  return items.find(({ purpose }) => purpose === PURPOSE)?.state;
}

describe('the consents of a resident', () => {
  it('are every purpose with its text, and nothing is said yes to beforehand', async () => {
    const reply = await (await Phone.of(server, 'anna')).send('GET', CONSENTS);
    const { items } = reply.body as unknown as { items: ConsentView[] };
    expect(items.map(({ purpose }) => purpose)).toEqual(consentTexts.map(({ purpose }) => purpose));
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['not-asked']));
    expect(items.find(({ purpose }) => purpose === PURPOSE)).toEqual({ ...consentText(PURPOSE), state: 'not-asked' });
  });

  it('are given one by one, and by one account alone', async () => {
    const [berta, other] = [await Phone.of(server, 'berta'), await Phone.of(server, 'berta-2')];
    const reply = await berta.send('POST', CONSENTS, yes);
    expect(reply.body).toEqual({ ...consentText(PURPOSE), state: 'given', at: expect.any(String) });
    expect(await stateOf(berta)).toBe('given');
    expect(await stateOf(other)).toBe('not-asked');
    expect(await consents().has(await accountOf(berta), PURPOSE)).toBe(true);
    expect(await consents().has(await accountOf(berta), 'sensitive-circumstances')).toBe(false);
  });

  it('keep a no, which opens nothing and may become a yes', async () => {
    const clara = await Phone.of(server, 'clara');
    await clara.send('POST', CONSENTS, no);
    expect(await stateOf(clara)).toBe('refused');
    await expect(consents().require(await accountOf(clara), PURPOSE)).rejects.toMatchObject({ status: 403 });
    await clara.send('POST', CONSENTS, yes);
    expect(await consents().has(await accountOf(clara), PURPOSE)).toBe(true);
  });

  it('are taken back as easily, and the next need of them is refused by name', async () => {
    const dora = await Phone.of(server, 'dora');
    await dora.send('POST', CONSENTS, yes);
    expect((await dora.send('DELETE', `${CONSENTS}/${PURPOSE}`)).body).toMatchObject({ state: 'withdrawn' });
    const refusal: unknown = await consents()
      .require(await accountOf(dora), PURPOSE)
      .catch((error: unknown) => error);
    if (!(refusal instanceof Problem)) throw new Error('it was not refused');
    expect(refusal.body('t')).toMatchObject({ status: 403, code: 'consent.required', purpose: PURPOSE });
  });

  it('that were never given are not withdrawn', async () => {
    const emma = await Phone.of(server, 'emma');
    expect((await emma.send('DELETE', `${CONSENTS}/${PURPOSE}`)).body).toMatchObject({ state: 'not-asked' });
    await emma.send('POST', CONSENTS, no);
    expect((await emma.send('DELETE', `${CONSENTS}/${PURPOSE}`)).body).toMatchObject({ state: 'refused' });
  });

  it('leave every answer on record, each once, and in the audit', async () => {
    const frida = await Phone.of(server, 'frida');
    for (const answer of [no, yes, yes]) await frida.send('POST', CONSENTS, answer);
    await frida.send('DELETE', `${CONSENTS}/${PURPOSE}`);
    const accountId = await accountOf(frida);
    const changes = await transactions().manager.find(ConsentChange, { where: { accountId }, order: { at: 'ASC' } });
    expect(changes.map(({ state }) => state).sort()).toEqual(['given', 'refused', 'withdrawn']);
    expect(new Set(changes.map(({ textHash }) => textHash)).size).toBe(1);
    const acts = await transactions().manager.findBy(AuditRow, { person: accountId });
    expect(acts.filter(({ action }) => action.startsWith('consent.'))).toHaveLength(3);
  });

  it('from two phones at the same moment are one', async () => {
    const phones = await Promise.all([Phone.of(server, 'gerda'), Phone.of(server, 'gerda')]);
    const replies = await Promise.all([...phones, ...phones].map((phone) => phone.send('POST', CONSENTS, yes)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('to an older text are asked for again, a no to it is not', async () => {
    const [hanna, ida] = [await Phone.of(server, 'hanna'), await Phone.of(server, 'ida')];
    await hanna.send('POST', CONSENTS, yes);
    await ida.send('POST', CONSENTS, no);
    for (const phone of [hanna, ida]) {
      const row = { accountId: await accountOf(phone), purpose: PURPOSE } as const;
      await transactions().manager.update(Consent, row, { version: 0 });
    }
    expect(await stateOf(hanna)).toBe('outdated');
    expect(await consents().has(await accountOf(hanna), PURPOSE)).toBe(false);
    expect(await stateOf(ida)).toBe('refused');
  });

  it('are read again in the words they were an answer to, and taken back in those', async () => {
    const former = {
      purpose: PURPOSE,
      version: 0,
      title: '递申请',
      text: '以前的说明。',
      without: '不同意，就停下。',
    } as const;
    // what a release does that raises the version: only its source may write the list, and here the test plays it
    const texts = formerConsentTexts as ConsentText[];
    texts.push(former);
    const kim = await Phone.of(server, 'kim');
    await kim.send('POST', CONSENTS, yes);
    const row = { accountId: await accountOf(kim), purpose: PURPOSE } as const;
    await transactions().manager.update(Consent, row, { version: 0 });
    const { title, text, without } = former;
    const seen = (await kim.send('GET', CONSENTS)).body.items as ConsentView[];
    const ofIt = seen.find(({ purpose }) => purpose === PURPOSE);
    expect(ofIt).toMatchObject({
      state: 'outdated',
      text: consentText(PURPOSE).text,
      answered: { title, text, without },
    });
    await kim.send('DELETE', `${CONSENTS}/${PURPOSE}`);
    texts.pop();
    const taken = await transactions().manager.findOneByOrFail(ConsentChange, { ...row, state: 'withdrawn' });
    expect([taken.version, taken.textHash]).toEqual([0, contentHash({ title, text, without })]);
  });

  it('are not taken for a text that is no longer in force', async () => {
    const jana = await Phone.of(server, 'jana');
    const reply = await jana.send('POST', CONSENTS, { ...yes, version: yes.version + 1 });
    expect(reply.body).toMatchObject({ status: 409, code: 'consent.text-changed', version: yes.version });
    expect(await stateOf(jana)).toBe('not-asked');
  });
});

describe('a withdrawal and a use of the data', () => {
  /** Uses the consent in a transaction, with something happening before and after it is asked for. */
  const use = (accountId: string, before: () => Promise<unknown>, after: () => Promise<unknown>) =>
    transactions().run(async () => {
      await transactions().manager.countBy(ConsentChange, { accountId });
      await before();
      await consents().require(accountId, PURPOSE);
      await after();
    });
  const nothing = async (): Promise<void> => undefined;

  it('wait for each other: what was begun with the consent ends before the consent does', async () => {
    const klara = await Phone.of(server, 'klara');
    await klara.send('POST', CONSENTS, yes);
    const order: string[] = [];
    let withdrawal: Promise<Reply> | undefined;
    await use(await accountOf(klara), nothing, async () => {
      withdrawal = klara.send('DELETE', `${CONSENTS}/${PURPOSE}`);
      void withdrawal.then(() => order.push('withdrawn'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('used');
    });
    expect((await withdrawal)?.status).toBe(200);
    expect(order).toEqual(['used', 'withdrawn']);
    await expect(use(await accountOf(klara), nothing, nothing)).rejects.toMatchObject({ code: 'consent.required' });
  });

  it('that comes between the beginning of a transaction and its use refuses the use', async () => {
    const lena = await Phone.of(server, 'lena');
    await lena.send('POST', CONSENTS, yes);
    // on the embedded database nothing comes between: the withdrawal is before the transaction or after it
    const between = () => lena.send('DELETE', `${CONSENTS}/${PURPOSE}`);
    const before = server.database.dialect === 'mysql' ? between : nothing;
    if (server.database.dialect === 'embedded') await between();
    await expect(use(await accountOf(lena), before, nothing)).rejects.toMatchObject({ code: 'consent.required' });
  });
});

describe('every consent route', () => {
  it.each([
    ['GET', CONSENTS, undefined],
    ['POST', CONSENTS, yes],
    ['DELETE', `${CONSENTS}/${PURPOSE}`, undefined],
  ])('%s %s needs a session', async (method, path, body) => {
    expect((await send(server, method, path, body)).status).toBe(401);
  });

  it.each([
    {},
    { ...yes, purpose: 'advertising' },
    { ...yes, purpose: ['relief-application'] },
    { ...yes, version: '1' },
    { ...yes, version: 0 },
    { ...yes, state: 'withdrawn' },
    { ...yes, accountId: 'somebody' },
  ])('refuses %j as malformed', async (body) => {
    const mona = await Phone.of(server, 'mona');
    expect((await mona.send('POST', CONSENTS, body)).status).toBe(400);
    expect(await stateOf(mona)).toBe('not-asked');
  });

  it('knows no purpose that is none', async () => {
    const nora = await Phone.of(server, 'nora');
    expect((await nora.send('DELETE', `${CONSENTS}/advertising`)).status).toBe(404);
  });
});
