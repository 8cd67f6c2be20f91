import { memoryVault, resetVault } from '../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { platformWords } from '../copy/platform';
import { request } from './http';
import { forgetIntentions, keptIntention } from './intentions';
import { sendOnce } from './send-once';
import { beginSession, currentSession, dropSession, forgetSession } from './session';

const mine = { method: 'GET', path: '/notices', session: 'required' } as const;
const save = { method: 'PATCH', path: '/relief/applications/1', body: {} } as const;
const handIn = { name: 'submission-1', path: '/relief/applications/1/submission', body: { version: 3 } };
const call = { name: 'urgent-1', path: '/urgent-requests', body: { words: '在北站' }, session: 'optional' } as const;
const anna = { accessToken: 'anna', refreshToken: 'r1' };
const berta = { accessToken: 'berta', refreshToken: 'r2' };

/** Each route answers when it is let. */
function slow(routes: Routes): () => void {
  let answer = (): void => undefined;
  const gate = new Promise<void>((open) => {
    answer = open;
  });
  const held = Object.entries(routes).map(([name, route]) => [name, (asked: never) => gate.then(() => route(asked))]);
  serve(Object.fromEntries(held) as Routes);
  return answer;
}
const sent = async () => {
  while (phone.requests.length === 0) await new Promise((later) => setTimeout(later));
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  await forgetIntentions();
  await dropSession();
  await beginSession(anna);
});

describe('an answer to somebody who is gone', () => {
  it.each([
    ['signed out', dropSession],
    ['gave the phone back', async () => forgetSession()],
    ['made room for another account', () => beginSession(berta)],
  ])('who %s goes to nobody', async (_how, leave) => {
    const answer = slow({ 'GET /notices': () => ok({ items: ['private'] }) });
    const asked = request(mine);
    await sent();
    await leave();
    answer();
    await expect(asked).resolves.toEqual({ kind: 'signed-out' });
  });

  it('neither ends nor renews the session of whoever is there now', async () => {
    const answer = slow({ 'GET /notices': () => problem(401, 'unauthenticated') });
    const asked = request(mine);
    await sent();
    await beginSession(berta);
    answer();
    await expect(asked).resolves.toEqual({ kind: 'signed-out' });
    await expect(currentSession()).resolves.toEqual(berta);
    expect(phone.requests).toHaveLength(1);
  });

  it.each([
    ['asked', () => request({ ...save, session: 'required' })],
    ['asked, signed in or not', () => request({ ...save, session: 'optional' })],
    ['sent once', () => sendOnce(handIn)],
  ])('that the server was too full for does not go again in another’s name (%s)', async (_how, ask) => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    const busy = () => problem(503, 'server.busy');
    serve({ 'PATCH /relief/applications/1': busy, 'POST /relief/applications/1/submission': busy });
    const asked = ask();
    await jest.advanceTimersByTimeAsync(100);
    await beginSession(berta);
    await jest.advanceTimersByTimeAsync(60_000);
    jest.useRealTimers();
    await expect(asked).resolves.toEqual({ kind: 'signed-out' });
    expect(phone.asked.map(({ header }) => header.Authorization)).toEqual(['Bearer anna']);
  });

  it('of a session being read out of a vault that is another’s by then signs nobody in', async () => {
    forgetSession();
    const reading = currentSession();
    forgetSession();
    memoryVault.sealed.clear();
    await reading;
    await expect(currentSession()).resolves.toBeUndefined();
  });
});

describe('what is sent once and answered after they left', () => {
  it.each([
    ['done', () => ok({ receiptNumber: 'R1' })],
    ['never', noNetwork],
    ['busy', () => problem(503, 'server.busy')],
  ])('(%s) leaves nothing on the phone, and does not go again for whoever comes next', async (_how, route) => {
    const answer = slow({ 'POST /relief/applications/1/submission': route });
    const sending = sendOnce(handIn);
    await sent();
    await dropSession();
    await forgetIntentions();
    await beginSession(berta);
    answer();
    await expect(sending).resolves.toEqual({ kind: 'signed-out' });
    expect(memoryVault.sealed.has('intentions')).toBe(false);
    await expect(keptIntention(handIn.name)).resolves.toBeUndefined();
    expect(phone.requests).toHaveLength(1);
  });

  it('keeps the same tap of whoever comes next from waiting for the last one’s answer', async () => {
    const answer = slow({ 'POST /relief/applications/1/submission': () => ok({ receiptNumber: 'R1' }) });
    const first = sendOnce(handIn);
    await sent();
    await forgetIntentions();
    await beginSession(berta);
    const second = sendOnce(handIn);
    answer();
    await expect(first).resolves.toEqual({ kind: 'signed-out' });
    await expect(second).resolves.toMatchObject({ kind: 'sent' });
    expect(new Set(phone.asked.map(({ header }) => header['Idempotency-Key'])).size).toBe(2);
  });

  it('by the same account, signed in anew meanwhile, waits with its key for another tap', async () => {
    const answer = slow({ 'POST /relief/applications/1/submission': () => ok({ receiptNumber: 'R1' }) });
    const sending = sendOnce(handIn);
    await sent();
    await beginSession({ accessToken: 'anna-2', refreshToken: 'r3' });
    answer();
    await expect(sending).resolves.toEqual({ kind: 'signed-out' });
    await expect(keptIntention(handIn.name)).resolves.toEqual({ perhapsSent: true });
    await expect(sendOnce(handIn)).resolves.toMatchObject({ kind: 'sent' });
    expect(new Set(phone.asked.map(({ header }) => header['Idempotency-Key'])).size).toBe(1);
  });

  it.each([
    ['and may have arrived', noNetwork, platformWords.letGoPerhaps],
    ['and was not taken', () => problem(503, 'server.busy'), platformWords.letGo],
  ])('by somebody who is still there says that it was let go of here (%s)', async (_how, route, said) => {
    const answer = slow({ 'POST /relief/applications/1/submission': route });
    const sending = sendOnce(handIn);
    await sent();
    await forgetIntentions();
    answer();
    await expect(sending).resolves.toMatchObject({ kind: 'problem', code: 'intention.let-go', words: said });
    await expect(keptIntention(handIn.name)).resolves.toBeUndefined();
    expect(phone.requests).toHaveLength(1);
  });

  it('let go of before the first byte left says that nothing went', async () => {
    serve({ 'POST /relief/applications/1/submission': () => ok({ receiptNumber: 'R1' }) });
    const sending = sendOnce(handIn);
    await forgetIntentions();
    await expect(sending).resolves.toMatchObject({ code: 'intention.let-go', words: platformWords.letGo });
    expect(phone.requests).toEqual([]);
  });

  it('as nobody is known to be sent also after all was let go of, and brings nothing of it back', async () => {
    await dropSession();
    const answer = slow({ 'POST /urgent-requests': () => ok({ number: 'J1' }) });
    const sending = sendOnce(call);
    await sent();
    await forgetIntentions();
    answer();
    await expect(sending).resolves.toMatchObject({ kind: 'sent' });
    expect(memoryVault.sealed.has('intentions')).toBe(false);
  });

  it('as nobody is sent, whoever signed in meanwhile; and to nobody once the phone is given back', async () => {
    await dropSession();
    const answer = slow({ 'POST /urgent-requests': () => ok({ number: 'J1' }) });
    const sending = sendOnce(call);
    await sent();
    await beginSession(anna);
    answer();
    await expect(sending).resolves.toMatchObject({ kind: 'sent', data: { number: 'J1' } });
    expect(sentTo('POST', '/urgent-requests')).toHaveLength(1);
    await dropSession();
    phone.requests.length = 0;
    const late = slow({ 'POST /urgent-requests': () => ok({ number: 'J1' }) });
    const again = sendOnce(call);
    await sent();
    forgetSession();
    late();
    await expect(again).resolves.toEqual({ kind: 'signed-out' });
  });
});
