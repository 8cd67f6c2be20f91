import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, type Routes, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { beginSession, dropSession } from '../../../platform/session';
import { ConsentAsk } from '../../../shell/consent-ask';
import { TroubleCard } from '../../../shell/trouble-card';
import { useConsents } from '../../../state/consents';
import { useSession } from '../../../state/session';
import ConsentsPage from './index';

type State = 'given' | 'refused' | 'withdrawn' | 'outdated' | 'not-asked';

const consent = (purpose: string, state: State) => ({
  purpose,
  title: `用于${purpose}`,
  text: `把您的情况用于${purpose}。`,
  version: 3,
  state,
  without: `没有它，${purpose}就停下。`,
  ...(state !== 'not-asked' && { at: '2026-11-24T02:05:00Z' }),
});

/** A server that remembers what was said. */
function aServer(states: Record<string, State>, more: Routes = {}): void {
  const answer = (purpose: string, state: State) => {
    states[purpose] = state;
    return ok(consent(purpose, state));
  };
  const withdrawals = Object.keys(states).map(
    (purpose) => [`DELETE /consents/${purpose}`, () => answer(purpose, 'withdrawn')] as const,
  );
  serve({
    'GET /consents': () => ok({ items: Object.entries(states).map(([purpose, state]) => consent(purpose, state)) }),
    'POST /consents': ({ body }) => {
      const { purpose, state } = body as { purpose: string; state: State };
      return answer(purpose, state);
    },
    ...Object.fromEntries(withdrawals),
    ...more,
  });
}

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const press = async (element: HTMLElement) => {
  fireEvent.click(element);
  await settle();
};
const card = (purpose: string) => {
  const found = document.getElementById(`consent-${purpose}`);
  if (found === null) throw new Error(`no card of ${purpose}`);
  return within(found);
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useConsents.setState({ consents: undefined, trouble: undefined });
  useSession.setState({ status: 'signed-in', me: undefined });
  await dropSession();
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
});

describe('the consents', () => {
  const open = async () => {
    render(<ConsentsPage />);
    await settle();
  };

  it('stand each on its own, with what it is for, what stops without it, and since when', async () => {
    aServer({ tea: 'given', song: 'not-asked' });
    await open();
    expect(card('tea').getByText('把您的情况用于tea。')).toBeTruthy();
    expect(card('tea').getByText('没有它，tea就停下。')).toBeTruthy();
    expect(card('tea').getByText('11 月 24 日 10:05 您同意了')).toBeTruthy();
    expect(card('song').getByText('还没问过')).toBeTruthy();
  });

  it('are taken back only after a second question, and then said so', async () => {
    aServer({ tea: 'given' });
    await open();
    phone.confirms = false;
    await press(card('tea').getByText('收回'));
    expect(card('tea').getByText('已同意')).toBeTruthy();
    phone.confirms = true;
    await press(card('tea').getByText('收回'));
    expect(card('tea').getByText('已收回')).toBeTruthy();
    expect(card('tea').getByText('同意')).toBeTruthy();
  });

  it('say before they are taken back that what was handed in goes on, and how to stop it', async () => {
    aServer({ 'relief-application': 'given', tea: 'given' });
    await open();
    phone.confirms = false;
    await press(card('relief-application').getByText('收回'));
    await press(card('tea').getByText('收回'));
    const [handedIn, other] = phone.questions.map(({ content }) => content);
    expect(handedIn).toContain('要停，到那份申请里点“撤回”');
    expect(other).not.toContain('撤回');
  });

  it('can be refused, and given later, in the text that was shown', async () => {
    aServer({ tea: 'not-asked' });
    await open();
    await press(card('tea').getByText('不同意'));
    expect(card('tea').getByText('没同意')).toBeTruthy();
    await press(card('tea').getByText('同意'));
    expect(sentTo('POST', '/consents')).toEqual([
      { purpose: 'tea', version: 3, state: 'refused' },
      { purpose: 'tea', version: 3, state: 'given' },
    ]);
    expect(card('tea').getByText('已同意')).toBeTruthy();
  });

  it('to an older text are asked for again', async () => {
    aServer({ tea: 'outdated' });
    await open();
    expect(card('tea').getByText('这段说明和您上次看的不一样了，请再看一遍。')).toBeTruthy();
    await press(card('tea').getByText('同意'));
    expect(card('tea').getByText('已同意')).toBeTruthy();
  });

  it('to the use of their own name are at once known on every page', async () => {
    const states: Record<string, State> = { 'real-name-verification': 'given' };
    const known = { name: '张*', idNumber: '1****************X', birth: '1990-03-07', verifiedAt: '' };
    const me = () => ({
      accountId: 'one',
      [states['real-name-verification'] === 'given' ? 'realName' : 'withheldName']: known,
    });
    aServer(states, { 'GET /me': () => ok(me()) });
    await open();
    await press(card('real-name-verification').getByText('收回'));
    expect(useSession.getState().me).toEqual({ accountId: 'one', withheldName: known });
    await press(card('real-name-verification').getByText('同意'));
    expect(useSession.getState().me).toEqual({ accountId: 'one', realName: known });
  });

  it('show on a tap what was said yes to, where that was in other words', async () => {
    const answered = { title: '用于tea', text: '以前是这样说的。', without: '以前没有它就停下。' };
    serve({ 'GET /consents': () => ok({ items: [{ ...consent('tea', 'outdated'), answered }] }) });
    await open();
    expect(card('tea').queryByText('以前是这样说的。')).toBeNull();
    await press(card('tea').getByText('看看那时的说明'));
    expect(card('tea').getByText('以前是这样说的。')).toBeTruthy();
    expect(card('tea').getByText('把您的情况用于tea。')).toBeTruthy();
  });

  it('stay as they were when the answer does not arrive', async () => {
    aServer({ tea: 'given' });
    await open();
    phone.reply = noNetwork;
    await press(card('tea').getByText('收回'));
    expect(card('tea').getByText('已同意')).toBeTruthy();
    expect(card('tea').getByText('现在没有网，您填的都还在。有网了再试一次。')).toBeTruthy();
  });

  it('are shown to nobody who is not signed in', async () => {
    await dropSession();
    await open();
    await press(screen.getByText('登录'));
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });
});

describe('a refusal for want of a yes', () => {
  it('shows the way to it, wherever it comes', async () => {
    const trouble = {
      kind: 'problem' as const,
      status: 403,
      code: 'consent.required',
      words: '办这件事，先要您点头。',
    };
    const rest = { errors: [], traceId: undefined, retryAfterS: undefined, more: { purpose: 'tea' } };
    render(<TroubleCard trouble={{ ...trouble, ...rest }} />);
    expect(screen.getByText('办这件事，先要您点头。')).toBeTruthy();
    await press(screen.getByText('去看看，再定'));
    expect(phone.opened).toEqual(['/packages/mine/consents/index']);
  });
});

describe('being asked before something is done', () => {
  const ask = async (purposes: string[]) => {
    const done = jest.fn();
    render(<ConsentAsk purposes={purposes} onAllGiven={done} />);
    await settle();
    return done;
  };

  it('goes one purpose after the other and tells once, when all are given', async () => {
    aServer({ tea: 'not-asked', song: 'not-asked' });
    const done = await ask(['tea', 'song']);
    expect(screen.getByText('要问您 2 样，这是第 1 样')).toBeTruthy();
    expect(screen.queryByText('用于song')).toBeNull();
    await press(screen.getByText('同意'));
    expect(done).not.toHaveBeenCalled();
    expect(screen.getByText('要问您 2 样，这是第 2 样')).toBeTruthy();
    await press(screen.getByText('同意'));
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('asks nothing again that was given, and asks again what was given to an older text', async () => {
    aServer({ tea: 'given', song: 'outdated' });
    const done = await ask(['tea', 'song']);
    expect(screen.getByText('用于song')).toBeTruthy();
    await press(screen.getByText('同意'));
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('stops at a no, says what then, and lets them look again', async () => {
    aServer({ tea: 'not-asked' });
    const done = await ask(['tea']);
    await press(screen.getByText('不同意'));
    expect(screen.getByText('没有它，tea就停下。')).toBeTruthy();
    expect(done).not.toHaveBeenCalled();
    await press(screen.getByText('再看一遍'));
    await press(screen.getByText('同意'));
    expect(done).toHaveBeenCalledTimes(1);
  });

  it.each(['refused', 'withdrawn'] as const)(
    'is not asked as if for the first time when they %s it before',
    async (state) => {
      aServer({ tea: state });
      const done = await ask(['tea']);
      expect(screen.queryByText('同意')).toBeNull();
      expect(screen.queryByText('不同意')).toBeNull();
      expect(screen.getByText('没有它，tea就停下。')).toBeTruthy();
      await press(screen.getByText('再看一遍'));
      await press(screen.getByText('不同意'));
      expect(screen.queryByText('同意')).toBeNull();
      await press(screen.getByText('再看一遍'));
      await press(screen.getByText('同意'));
      expect(done).toHaveBeenCalledTimes(1);
    },
  );

  it('without a network goes nowhere and can be tried again', async () => {
    phone.reply = noNetwork;
    const done = await ask(['tea']);
    aServer({ tea: 'given' });
    expect(done).not.toHaveBeenCalled();
    await press(screen.getByText('再试一次'));
    expect(done).toHaveBeenCalledTimes(1);
  });
});
