import type { UrgentView } from '@jinmen/shared/urgent/views';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { memoryVault, resetVault } from '../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve } from '../../../test/server';
import { phone, resetPhone } from '../../../test/taro';
import app from '../../app.config';
import { beginSession, dropSession } from '../../platform/session';
import { signOut, useSession } from '../../state/session';
import { changeDraft, emptyDraft, readUrgent, useUrgent } from '../../state/urgent';
import UrgentPage from './call/index';
import UrgentSentPage from './sent/index';

const said = { forSomebodyElse: false, kinds: ['no-food'], place: '北站候车室', phone: '13812345678' } as const;
const view: UrgentView = {
  id: 'u1',
  number: 'JN-7KQ2M9',
  at: '2026-11-25T02:00:00.000Z',
  state: 'waiting',
  now: '已经记下，还没有人看到。',
  steps: [{ at: '2026-11-25T02:00:00.000Z', kind: 'asked', words: '您说的情况记下了。' }],
  said,
};
const takes: Routes = {
  'POST /urgent-requests': () => ok(view),
  'POST /urgent-requests/lookups': () => ok(view),
};

const settle = () => act(async () => new Promise((later) => setTimeout(later, 5)));
const setOnline = (online: boolean) => {
  Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
};
const type = (label: RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const press = async (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no ${id}`);
  fireEvent.click(found);
  await settle();
};
const open = async (page = <UrgentPage />) => {
  const shown = render(page);
  await settle();
  return shown;
};
const fill = () => {
  fireEvent.click(screen.getByText('没吃的，也没钱买'));
  type(/写一句能找到的地方/, said.place);
  type(/能打通的电话/, said.phone);
};
const keptText = () => memoryVault.sealed.get('urgent') ?? '';

beforeEach(async () => {
  resetPhone();
  resetVault();
  await dropSession();
  useSession.setState({ status: 'signed-out', me: undefined });
  useUrgent.setState({ draft: emptyDraft, ofAccount: false, pending: undefined, sent: [], read: false });
  serve(takes);
  setOnline(true);
});
afterEach(() => setOnline(true));

describe('every page of the app', () => {
  const pages = [
    ...(app.pages ?? []),
    ...(app.subPackages ?? []).flatMap(({ root, pages: own }) => own.map((page: string) => `${root}/${page}`)),
  ];

  it.each(pages)('leads from %s to the numbers in two taps at most', async (page) => {
    const { default: Page } = require(`../../${page}`);
    serve({});
    const { container } = await open(<Page />);
    const calls = () =>
      screen.queryAllByRole('button', { name: /^打电话/ }).map((each) => each.getAttribute('aria-label'));
    if (calls().some((label) => label?.includes('120'))) return;
    const way = container.querySelector('#urgent-way') ?? container.querySelector('#urgent');
    if (way === null) throw new Error(`${page} leads nowhere`);
    fireEvent.click(way);
    expect(phone.opened.at(-1)).toBe('/packages/urgent/call/index');
  });
});

describe('in an emergency', () => {
  it('the numbers come first, and one press calls', async () => {
    await open();
    const calls = screen.getAllByRole('button', { name: /^打电话/ });
    const numbers = calls.slice(0, 4).map((call) => call.getAttribute('aria-label')?.match(/\d+/)?.[0]);
    expect(numbers).toEqual(['120', '110', '119', '12345']);
    const [first] = calls;
    if (first) fireEvent.click(first);
    expect(phone.called).toEqual(['120']);
  });

  it('where, what and how to reach are enough, and reach the server once, without anyone signed in', async () => {
    await open();
    fill();
    await press('send-urgent');
    const [sent, ...more] = sentTo('POST', '/urgent-requests') as { secret: string }[];
    expect(more).toEqual([]);
    expect(sent).toEqual({ ...said, secret: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(phone.opened).toEqual(['/packages/urgent/sent/index?number=JN-7KQ2M9']);
    expect(useUrgent.getState()).toMatchObject({
      draft: emptyDraft,
      sent: [{ number: 'JN-7KQ2M9', secret: sent?.secret }],
    });
    expect(phone.stored.size).toBe(0);
  });

  it('what is written while it is on its way stays, is said to be unsent, and is another request', async () => {
    let arrive: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    serve({ ...takes, 'POST /urgent-requests': async () => underWay.then(() => ok(view)) });
    await open();
    fill();
    await press('send-urgent');
    type(/能打通的电话/, '13900000000');
    arrive();
    await settle();
    expect(phone.opened).toEqual([]);
    expect(screen.getByText(/您后来改的还没递/).textContent).toContain('7KQ2M9');
    expect(screen.getByLabelText(/能打通的电话/)).toHaveProperty('value', '13900000000');
    await press('send-urgent');
    const [first, second] = sentTo('POST', '/urgent-requests') as { phone: string; secret: string }[];
    expect([first?.phone, second?.phone, first?.secret === second?.secret]).toEqual([said.phone, '13900000000', false]);
    expect(phone.opened).toEqual(['/packages/urgent/sent/index?number=JN-7KQ2M9']);
  });

  it('what is missing is said in one place, and nothing is sent', async () => {
    await open();
    await press('send-urgent');
    expect(document.body.textContent).toContain('还差一点，就能找到您');
    expect(phone.requests).toEqual([]);
  });

  it('without a network the numbers are there, the words stay, and go by themselves when it is back', async () => {
    setOnline(false);
    await open();
    fill();
    await press('send-urgent');
    expect(screen.getByText(/现在没有网，还没递出去/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^打电话.*120/ })).toHaveLength(1);
    expect(phone.requests).toEqual([]);
    expect(keptText()).toContain(said.place);
    act(() => setOnline(true));
    await settle();
    expect(sentTo('POST', '/urgent-requests')).toHaveLength(1);
    expect(phone.opened).toEqual(['/packages/urgent/sent/index?number=JN-7KQ2M9']);
  });

  it('an app killed before it was sent keeps the words, and sends them under the same key at one tap', async () => {
    setOnline(false);
    const { unmount } = await open();
    fill();
    await press('send-urgent');
    unmount();
    const { secret } = JSON.parse(JSON.stringify({ secret: useUrgent.getState().pending }));
    useUrgent.setState({ draft: emptyDraft, pending: undefined, sent: [], read: false });
    setOnline(true);
    await open();
    expect(screen.getByText(/上次写的还没递出去/)).toBeTruthy();
    await press('send-urgent');
    expect(sentTo('POST', '/urgent-requests')).toEqual([{ ...said, secret }]);
  });

  it('a session that will not renew keeps nobody from asking', async () => {
    await beginSession({ accessToken: 'old', refreshToken: 'r' });
    useSession.setState({ status: 'signed-in' });
    serve({
      'POST /urgent-requests': ({ token }) => (token === undefined ? ok(view) : problem(401, 'session.required')),
      'POST /sessions/refresh': () => ({ status: 500 }),
    });
    await open();
    fill();
    await press('send-urgent');
    expect(phone.opened).toEqual(['/packages/urgent/sent/index?number=JN-7KQ2M9']);
    // it is nobody's yet, whatever this phone believes: whoever signs in next here has it
    expect(useUrgent.getState().sent).toMatchObject([{ claimed: false }]);
  });

  it('sent by whoever is signed in is theirs as soon as the server says so', async () => {
    await beginSession({ accessToken: 'a', refreshToken: 'r' });
    useSession.setState({ status: 'signed-in' });
    serve({ ...takes, 'POST /urgent-requests/claims': () => ok(view) });
    await open();
    fill();
    await press('send-urgent');
    expect(useUrgent.getState().sent).toMatchObject([{ claimed: true }]);
  });

  it('a refusal is said in the server’s words, and what was written stays', async () => {
    serve({ 'POST /urgent-requests': () => problem(429, 'urgent.too-many-from-here', '递得太多了。急事请打 12345。') });
    await open();
    fill();
    await press('send-urgent');
    expect(screen.getByText(/递得太多了/)).toBeTruthy();
    expect(useUrgent.getState().draft).toMatchObject(said);
  });

  it('from a case that waits, place and phone come along; what is written already is left', async () => {
    await beginSession({ accessToken: 'a', refreshToken: 'r' });
    const fields = {
      'applicant.street': '120101001',
      'applicant.address': '示例里1号',
      'applicant.phone': '13800000000',
    };
    serve({ ...takes, 'GET /relief/applications/7': () => ok({ id: '7', fields }) });
    phone.params = { application: '7' };
    const { unmount } = await open();
    expect(useUrgent.getState().draft).toMatchObject({ street: '120101001', place: '示例里1号', phone: '13800000000' });
    expect(screen.getByText(/是从您的申请里带来的/)).toBeTruthy();
    unmount();
    useUrgent.setState({ draft: { ...emptyDraft, place: '别处' } });
    await open();
    expect(useUrgent.getState().draft.place).toBe('别处');
  });

  it('the two or three questions about it are one press away', async () => {
    await open();
    await press('check');
    expect(phone.opened).toEqual(['/packages/relief/wizard/index?door=emergency']);
  });
});

describe('what was sent', () => {
  const sent = { number: 'JN-7KQ2M9', secret: 'a'.repeat(64), at: view.at, claimed: false };
  beforeEach(() => {
    useUrgent.setState({ sent: [sent], read: true });
    phone.params = { number: sent.number };
  });

  it('shows its number, how it stands and the telephone, with its secret in no address', async () => {
    await open(<UrgentSentPage />);
    expect(screen.getByText('JN-7KQ2M9')).toBeTruthy();
    expect(screen.getByText(view.now)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^打电话.*12345/ }).length).toBeGreaterThan(0);
    expect(phone.requests.join()).not.toContain(sent.secret);
  });

  it('without a network says so and keeps the number and the telephone', async () => {
    serve({ 'POST /urgent-requests/lookups': noNetwork });
    await open(<UrgentSentPage />);
    expect(screen.getByText(/现在没有网/)).toBeTruthy();
    expect(screen.getByText('JN-7KQ2M9')).toBeTruthy();
  });

  it('becomes an application at one tap, with what was said', async () => {
    await beginSession({ accessToken: 'a', refreshToken: 'r' });
    useSession.setState({ status: 'signed-in' });
    serve({
      ...takes,
      'POST /urgent-requests/claims': () => ok(view),
      'POST /relief/applications': () => ok({ id: '9', version: 1 }),
      'PATCH /relief/applications/9': () => ok({ id: '9', version: 2 }),
    });
    await open(<UrgentSentPage />);
    await press('apply-now');
    expect(sentTo('POST', '/relief/applications')).toEqual([{ programmes: ['temporary-assistance'] }]);
    expect(sentTo('PATCH', '/relief/applications/9')).toEqual([
      {
        version: 1,
        fields: {
          'applicant.address': said.place,
          'applicant.phone': said.phone,
          statement: '没吃的，也没钱买。JN-7KQ2M9',
        },
      },
    ]);
    expect(phone.opened).toEqual(['/packages/relief/apply/index?id=9']);
    expect(useUrgent.getState().sent[0]?.claimed).toBe(true);
  });

  it('asks for signing in first where nobody is, and goes on after it', async () => {
    await open(<UrgentSentPage />);
    await press('apply-now');
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });

  it('for somebody else is no application of one’s own', async () => {
    serve({ 'POST /urgent-requests/lookups': () => ok({ ...view, said: { ...said, forSomebodyElse: true } }) });
    await open(<UrgentSentPage />);
    expect(document.getElementById('apply-now')).toBeNull();
  });
});

it('what is kept of it comes back as it was, and nothing of what an older release or another hand wrote', async () => {
  memoryVault.sealed.set('urgent', JSON.stringify({ draft: { kinds: 'x' }, sent: [{ number: 1 }], pending: 7 }));
  await readUrgent();
  expect(useUrgent.getState()).toMatchObject({ draft: emptyDraft, sent: [], pending: undefined });
});

it('what was written signed in goes with whoever signs out; what was written by nobody stays for who is in need', async () => {
  serve({ ...takes, 'DELETE /sessions/current': () => ({ status: 204 }) });
  await readUrgent();
  changeDraft({ place: '北站候车室' });
  await signOut();
  expect(useUrgent.getState().draft.place).toBe('北站候车室');
  useSession.setState({ status: 'signed-in' });
  changeDraft({ words: '孩子在发烧' });
  await signOut();
  expect(useUrgent.getState().draft).toEqual(emptyDraft);
  expect(keptText()).not.toContain('北站');
});
