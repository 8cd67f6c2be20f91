import { act, fireEvent, render, screen } from '@testing-library/react';
import { memoryVault, resetVault } from '../../test/memory-vault';
import { noNetwork, ok, sentTo, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { mine } from '../copy/mine';
import { beginSession, dropSession } from '../platform/session';
import { casesRecord, unsentRecord } from '../state/applications-on-phone';
import { useNotices } from '../state/notices';
import { loadOpenApplications, useOpenApplications } from '../state/open-applications';
import { signIn, signOut, useLeftBehind, useSession } from '../state/session';
import HomePage from './home/index';
import MinePage from './mine/index';

const realName = {
  name: '张*',
  idNumber: '1****************X',
  birth: '1990-03-07',
  verifiedAt: '2026-11-24T02:00:00Z',
};
const application = (id: string, state: string, more: object = {}) => ({
  id,
  version: 1,
  state,
  programmes: ['minimum-living-allowance', 'temporary-assistance'],
  updatedAt: '2026-11-24T02:00:00Z',
  now: '西营门街道在看材料',
  waitsForYou: false,
  ...more,
});
const notice = (id: string, read: boolean) => ({
  id,
  title: '有进展',
  line: '点开看看。',
  at: '2026-11-24T02:00:00Z',
  read,
});

function aServer(items: object[] = [], notices: object[] = []): void {
  serve({
    'GET /relief/applications': () => ok({ items }),
    'GET /notices': () => ok({ items: notices }),
    'DELETE /sessions/current': () => ({ status: 204 }),
  });
}

const { account: words } = mine;

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const open = async (Page: () => React.JSX.Element) => {
  const page = render(<Page />);
  await settle();
  return page;
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useNotices.setState({ notices: undefined, nextCursor: undefined, fetchedAtMs: undefined, trouble: undefined });
  useOpenApplications.setState({ items: undefined, old: false });
  await dropSession();
  await signOut();
  useLeftBehind.setState({ left: false });
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
  useSession.setState({ status: 'signed-in', me: { accountId: 'one' } });
});

describe('我的, signed in', () => {
  it('says in words what waits and what was not read, and leads there', async () => {
    aServer([application('1', 'open', { waitsForYou: true }), application('2', 'draft')], [notice('1', false)]);
    const { container } = await open(MinePage);
    expect(screen.getByText('有 1 件等您来办')).toBeTruthy();
    expect(screen.getByText('1 条没看过')).toBeTruthy();
    for (const id of ['applications', 'notices', 'real-name', 'consents'])
      fireEvent.click(container.querySelector(`#${id}`) as Element);
    expect(phone.opened).toEqual([
      '/packages/mine/applications/index',
      '/packages/mine/notices/index',
      '/packages/mine/real-name/index',
      '/packages/mine/consents/index',
    ]);
  });

  it('shows a confirmed name only masked, and asks for it no more', async () => {
    aServer();
    useSession.setState({ me: { accountId: 'one', realName } as never });
    const { container } = await open(MinePage);
    expect(screen.getByText('张* 1****************X')).toBeTruthy();
    expect(container.querySelector('#real-name')).toBeNull();
  });

  it('signs out after saying what is wiped, and wipes it', async () => {
    aServer([], [notice('1', false)]);
    const { container } = await open(MinePage);
    phone.confirms = false;
    fireEvent.click(container.querySelector('#sign-out') as Element);
    await settle();
    expect(memoryVault.sealed.has('session')).toBe(true);
    phone.confirms = true;
    fireEvent.click(container.querySelector('#sign-out') as Element);
    await settle();
    expect(sentTo('DELETE', '/sessions/current')).toHaveLength(1);
    expect(memoryVault.sealed.size).toBe(0);
    expect(screen.getByText('已经退出了，这部手机上您的东西清掉了。')).toBeTruthy();
    fireEvent.click(screen.getByText('登录'));
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });
});

describe('我的, of an account whose session the server ended', () => {
  const theirs = ['account', 'notices', 'bookings', 'intentions', 'relief-statements', 'first-steps'];
  const sessionOver = {
    'POST /sessions/refresh': () => ({ status: 401 }),
    'GET /relief/applications': () => ({ status: 401 }),
  };
  const endedSession = async () => {
    for (const name of theirs) memoryVault.sealed.set(name, '{"what":"was written"}');
    serve(sessionOver);
    await loadOpenApplications();
  };

  it('says that their things are still here, and clears all of them without anyone signing in', async () => {
    await endedSession();
    const { container } = await open(MinePage);
    expect(screen.getByText(words.left.line)).toBeTruthy();
    expect(container.querySelector('#sign-out')).toBeNull();
    phone.requests.length = 0;
    fireEvent.click(container.querySelector('#clear-left') as Element);
    await settle();
    expect(phone.questions.at(-1)?.content).toBe(words.left.confirm.content);
    expect([...memoryVault.sealed.keys()]).toEqual([]);
    expect(screen.getByText(words.left.out)).toBeTruthy();
    expect(screen.queryByText(words.left.line)).toBeNull();
    expect(screen.getByText(mine.kept.none)).toBeTruthy();
    expect(phone.requests).toEqual([]);
  });

  it('is not said while the phone still looks who is signed in', async () => {
    memoryVault.sealed.set('account', '"one"');
    useSession.setState({ status: 'unknown' });
    await open(MinePage);
    expect(screen.queryByText(words.left.line)).toBeNull();
  });

  it('leaves everything where it is when they think better of it', async () => {
    await endedSession();
    const { container } = await open(MinePage);
    phone.confirms = false;
    fireEvent.click(container.querySelector('#clear-left') as Element);
    await settle();
    expect([...memoryVault.sealed.keys()].sort()).toEqual([...theirs].sort());
    expect(container.querySelector('#clear-left')).not.toBeNull();
  });

  it('says so where the phone does not let go, and can be asked once more', async () => {
    await endedSession();
    const { container } = await open(MinePage);
    memoryVault.refuses = true;
    fireEvent.click(container.querySelector('#clear-left') as Element);
    await settle();
    expect(screen.getByText(words.left.stuck)).toBeTruthy();
    memoryVault.refuses = false;
    fireEvent.click(container.querySelector('#clear-left') as Element);
    await settle();
    expect([...memoryVault.sealed.keys()]).toEqual([]);
    expect(screen.getByText(words.left.out)).toBeTruthy();
  });

  it('offers it also where this phone keeps nothing encrypted: there the memory has it', async () => {
    memoryVault.obstacle = 'too-old';
    serve({
      'POST /sessions/wechat': () => ok({ accessToken: 'b', refreshToken: 'r', expiresIn: 900 }),
      'GET /me': () => ok({ accountId: 'one' }),
    });
    await signIn('code');
    memoryVault.sealed.clear();
    serve(sessionOver);
    await loadOpenApplications();
    await open(MinePage);
    expect(screen.getByText(words.left.line)).toBeTruthy();
  });

  it('and their things gone with 都删掉, is no account here any more', async () => {
    await endedSession();
    const { container } = await open(MinePage);
    fireEvent.click(container.querySelector('#clear') as Element);
    await settle();
    expect([...memoryVault.sealed.keys()]).toEqual([]);
    expect(screen.queryByText(words.left.line)).toBeNull();
  });
});

describe('whoever is not signed in', () => {
  it('sends nothing about themselves from 首页 and 我的', async () => {
    await settle();
    phone.requests.length = 0;
    useSession.setState({ status: 'signed-out', me: undefined });
    await open(HomePage);
    await open(MinePage);
    expect(phone.requests.filter((url) => !url.includes('/standards'))).toEqual([]);
    expect(screen.queryByText(words.left.line)).toBeNull();
  });
});

describe('首页, signed in', () => {
  it('shows what is going on, what waits for them first, and leads there', async () => {
    aServer([
      application('1', 'draft'),
      application('2', 'closed'),
      application('3', 'open', { waitsForYou: true, now: '请补两样材料' }),
    ]);
    const { container } = await open(HomePage);
    const rows = [...container.querySelectorAll('.in-hand')];
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '低保、临时救助请补两样材料等您来办',
      '低保、临时救助还没有递，点开接着填',
    ]);
    for (const row of rows) fireEvent.click(row);
    expect(phone.opened).toEqual(['/packages/relief/case/index?id=3', '/packages/relief/apply/index?id=1']);
  });

  it('keeps what it showed when the network goes, and says so', async () => {
    aServer([application('1', 'open')]);
    await open(HomePage);
    phone.reply = noNetwork;
    await open(HomePage);
    expect(screen.getAllByText('这次没取到新的，下面是上次的。').length).toBeGreaterThan(0);
    expect(screen.getAllByText('西营门街道在看材料').length).toBeGreaterThan(0);
  });

  it('shows the reply to the newest question, also where an older one comes after it', async () => {
    const replies: (() => void)[] = [];
    const later = (items: object[]) =>
      new Promise<ReturnType<typeof ok>>((come) => replies.push(() => come(ok({ items }))));
    const said = [[], [application('1', 'open')]];
    serve({ 'GET /relief/applications': () => later(said[replies.length] ?? []) });
    const [older, newer] = [loadOpenApplications(), loadOpenApplications()];
    await settle();
    replies[1]?.();
    await newer;
    replies[0]?.();
    await older;
    expect(useOpenApplications.getState().items?.map(({ id }) => id)).toEqual(['1']);
  });

  it('with nothing going on says how to begin', async () => {
    aServer();
    await open(HomePage);
    expect(screen.getByText('先看看家里可能符合哪几项，合适的就在这里递申请。')).toBeTruthy();
  });
});

describe('applications kept on this phone', () => {
  it('are named on 我的, and wiped with everything else', async () => {
    await casesRecord.change(() => ({ a1: { atMs: 1 } }));
    await unsentRecord.change(() => ({ a1: {}, a2: {} }));
    render(<MinePage />);
    expect(await screen.findByText(mine.kept.applications(2))).toBeTruthy();
    const button = document.querySelector('#clear');
    if (button === null) throw new Error('nothing to clear');
    fireEvent.click(button);
    expect(await screen.findByText(mine.kept.cleared)).toBeTruthy();
    expect(await unsentRecord.read()).toEqual({});
    expect(await casesRecord.read()).toEqual({});
  });
});
