import { memoryVault, resetVault } from '../../test/memory-vault';
import { phone, resetPhone } from '../../test/taro';
import { forgetIntention, forgetIntentions, keptIntention } from './intentions';
import { sendOnce } from './send-once';
import { beginSession, dropSession } from './session';

const handIn = { name: 'submission-1', path: '/relief/applications/1/submission', body: { version: 3 } };
const keys = () => phone.asked.map(({ header }) => header['Idempotency-Key']);
const answer = (statusCode: number, data: unknown = {}) => ({ statusCode, data, header: {} });
const cut = () => Promise.reject(new Error('request:fail interrupted'));
const online = (is: boolean) => jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(is);

/** Answers one after the other; the last one stays. */
function answers(...replies: (() => Promise<ReturnType<typeof answer>>)[]): void {
  phone.reply = () => (replies.length > 1 ? replies.shift() : replies[0])?.() ?? cut();
}

describe('what is sent once', () => {
  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    resetPhone();
    resetVault();
    await forgetIntentions();
    online(true);
    await beginSession({ accessToken: 'a1', refreshToken: 'r1' });
  });
  afterEach(() => jest.useRealTimers());

  const send = async () => {
    const sent = sendOnce<{ receiptNumber: string }>(handIn);
    await jest.advanceTimersByTimeAsync(30_000);
    return sent;
  };

  it('and answered is forgotten', async () => {
    answers(async () => answer(200, { receiptNumber: 'R1' }));
    await expect(send()).resolves.toEqual({ kind: 'sent', data: { receiptNumber: 'R1' } });
    await expect(keptIntention(handIn.name)).resolves.toBeUndefined();
  });

  it('and cut off is tried again with the same key until there is an answer', async () => {
    answers(
      cut,
      async () => answer(502),
      async () => answer(409, { code: 'idempotency.in-flight' }),
      async () => answer(200, { receiptNumber: 'R1' }),
    );
    await expect(send()).resolves.toMatchObject({ kind: 'sent' });
    expect(phone.requests).toHaveLength(4);
    expect(new Set(keys()).size).toBe(1);
  });

  it('on a line that loses three in ten, there or back, has its effect once, and is either sent or kept', async () => {
    let dice = 20261126;
    const isLost = () => {
      dice = (dice * 48_271) % 2_147_483_647;
      return dice < 2_147_483_647 * 0.163; // twice: on the way there, and on the way back
    };
    const effects = new Set<string>();
    phone.reply = async () => {
      if (isLost()) return cut();
      effects.add(keys().at(-1) ?? '');
      return isLost() ? cut() : answer(200, { receiptNumber: 'R1' });
    };
    const sent: string[] = [];
    for (let order = 0; order < 60; order += 1) {
      const one = sendOnce({ ...handIn, name: `submission-${order}` });
      await jest.advanceTimersByTimeAsync(30_000);
      sent.push((await one).kind);
    }
    expect(sent).toEqual(Array(60).fill('sent'));
    expect(effects.size).toBe(60);
    expect(phone.requests.length).toBeGreaterThan(75);
  });

  it('and never answered is kept with its key, also for a phone started anew, and says it may be there already', async () => {
    answers(cut);
    await expect(send()).resolves.toEqual({ kind: 'kept', perhapsSent: true });
    await expect(keptIntention(handIn.name)).resolves.toEqual({ perhapsSent: true });
    answers(async () => answer(200, { receiptNumber: 'R1' }));
    await send();
    expect(new Set(keys()).size).toBe(1);
  });

  it('has its key in the vault before the first byte leaves', async () => {
    let keptThen: unknown;
    answers(async () => {
      keptThen = memoryVault.sealed.get('intentions');
      return answer(200, {});
    });
    await send();
    expect(String(keptThen)).toContain(String(keys()[0]));
  });

  it('and tapped twice is sent once, with one answer for both', async () => {
    answers(async () => answer(200, { receiptNumber: 'R1' }));
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ kind }) => kind)).toEqual(['sent', 'sent']);
    expect(phone.requests).toHaveLength(1);
  });

  it('without a network leaves nothing and claims nothing, and goes with that key when asked once more', async () => {
    online(false);
    await expect(send()).resolves.toEqual({ kind: 'kept', perhapsSent: false });
    expect(phone.requests).toEqual([]);
    const { 'submission-1': kept } = JSON.parse(memoryVault.sealed.get('intentions') ?? '{}') as Record<
      string,
      { key: string }
    >;
    online(true);
    answers(async () => answer(200, {}));
    await send();
    expect(keys()).toEqual([kept?.key]);
  });

  it('and refused is told, not kept and not tried again', async () => {
    answers(async () => answer(403, { code: 'consent.required', detail: '还要您同意。' }));
    await expect(send()).resolves.toMatchObject({ kind: 'problem', code: 'consent.required' });
    expect(phone.requests).toHaveLength(1);
    await expect(keptIntention(handIn.name)).resolves.toBeUndefined();
  });

  it('by a server that stays broken keeps its key', async () => {
    answers(async () => answer(500));
    await expect(send()).resolves.toMatchObject({ kind: 'problem', status: 500 });
    await send();
    expect(new Set(keys()).size).toBe(1);
  });

  it('by nobody signed in waits, with its key, for whoever signs in', async () => {
    await dropSession();
    await expect(send()).resolves.toEqual({ kind: 'signed-out' });
    await expect(keptIntention(handIn.name)).resolves.toBeDefined();
  });

  it('with other content is another intention', async () => {
    answers(cut);
    await send();
    const changed = sendOnce({ ...handIn, body: { version: 4 } });
    await jest.advanceTimersByTimeAsync(30_000);
    await changed;
    expect(new Set(keys()).size).toBe(2);
  });

  it('on a phone that keeps nothing encrypted is still one intention while the app lives', async () => {
    memoryVault.obstacle = 'too-old';
    answers(cut);
    await send();
    await send();
    expect(new Set(keys()).size).toBe(1);
  });

  it('does not hinder another one', async () => {
    answers(cut);
    await send();
    const other = sendOnce({ ...handIn, name: 'submission-2' });
    await jest.advanceTimersByTimeAsync(30_000);
    await other;
    await forgetIntention('submission-2');
    await expect(keptIntention(handIn.name)).resolves.toEqual({ perhapsSent: true });
  });

  it('leaves the phone with whoever signs out', async () => {
    answers(cut);
    await send();
    await expect(forgetIntentions()).resolves.toBe(true);
    expect(memoryVault.sealed.has('intentions')).toBe(false);
    await expect(keptIntention(handIn.name)).resolves.toBeUndefined();
  });

  it('can be let go of', async () => {
    answers(cut);
    await send();
    await forgetIntention(handIn.name);
    await expect(keptIntention(handIn.name)).resolves.toBeUndefined();
  });
});
