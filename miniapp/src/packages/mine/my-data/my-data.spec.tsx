import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { beginSession, currentSession, dropSession } from '../../../platform/session';
import { useSession } from '../../../state/session';
import ComplaintsPage from '../complaints/index';
import GivenPage from '../given/index';
import LeavePage from '../leave/index';
import SeenPage from '../seen/index';
import MyDataPage from './index';

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const press = async (text: string) => {
  fireEvent.click(screen.getByText(text));
  await settle();
};
const open = async (page: React.JSX.Element) => {
  render(page);
  await settle();
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  useSession.setState({ status: 'signed-in', me: undefined });
  await dropSession();
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
});

describe('我的数据', () => {
  it('shows whoever is not signed in the way in and the two texts, and nothing that is somebody’s', async () => {
    useSession.setState({ status: 'signed-out' });
    await open(<MyDataPage />);
    expect(screen.queryByText('给过谁')).toBeNull();
    expect(screen.queryByText('删掉账号')).toBeNull();
    await press('登录');
    await press('我们怎么用您的情况');
    await press('用这个小程序的约定');
    expect(phone.opened).toEqual([
      '/packages/mine/sign-in/index',
      '/packages/mine/rules/index',
      '/packages/mine/rules/index?which=agreement',
    ]);
  });

  it('tells who got what, what for and why, and reads on from where the page ends', async () => {
    const item = (n: number) => ({
      id: `d${n}`,
      at: '2026-11-24T02:05:00Z',
      to: `部门${n}`,
      what: `内容${n}`,
      purpose: '办事',
      basis: ['您同意过'],
    });
    serve({
      'GET /disclosures': ({ path }) =>
        ok(path.includes('cursor=next') ? { items: [item(2)] } : { items: [item(1)], nextCursor: 'next' }),
    });
    await open(<GivenPage />);
    expect(screen.getByText('用来：办事')).toBeTruthy();
    await press('看更早的');
    expect(screen.getByText('部门1')).toBeTruthy();
    expect(screen.getByText('内容2')).toBeTruthy();
    expect(screen.queryByText('看更早的')).toBeNull();
  });

  it('says that nobody looked when nobody did', async () => {
    serve({ 'GET /accesses': () => ok({ items: [] }) });
    await open(<SeenPage />);
    expect(screen.getByText('还没有人看过。')).toBeTruthy();
  });
});

it('leads whoever finds something wrong to where it is said, with that chosen already', async () => {
  await open(<MyDataPage />);
  await press('有地方不对');
  expect(phone.opened).toEqual(['/packages/mine/complaints/index?kind=correction']);
  phone.params = { kind: 'correction' };
  serve({ 'GET /complaints': () => ok({ items: [] }), 'POST /complaints': () => problem(429, 'request.too-many') });
  await open(<ComplaintsPage />);
  expect(screen.getByText(/哪一处记错了/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText('写下来'), {
    target: { value: '电话记错了' },
    detail: { value: '电话记错了' },
  });
  await press('交上去');
  expect(sentTo('POST', '/complaints')).toMatchObject([{ kind: 'correction' }]);
});

describe('what is said for the time after', () => {
  it('is read of by nobody who does not tap for it, is said with one tap and taken back with one', async () => {
    let withheld = false;
    serve({
      'GET /me/kin-wish': () => ok({ withheld, sayable: true }),
      'PUT /me/kin-wish': ({ body }) => {
        withheld = (body as { withheld: boolean }).withheld;
        return ok({ withheld, sayable: true });
      },
    });
    await open(<MyDataPage />);
    expect(sentTo('GET', '/me/kin-wish')).toHaveLength(0);
    expect(screen.queryByText(/家里人/)).toBeNull();
    await press('以后的事，先说一句');
    expect(screen.getByText('您没有另外说，就照法律来。')).toBeTruthy();
    await press('以后不给家里人');
    expect(screen.getByText('您说过：以后不给家里人。街道会照您的意思办。')).toBeTruthy();
    await press('改主意了，照法律来');
    expect(sentTo('PUT', '/me/kin-wish')).toEqual([{ withheld: true }, { withheld: false }]);
  });

  it('stays as it was without a network, and is not offered to who cannot say it', async () => {
    serve({ 'GET /me/kin-wish': () => ok({ withheld: false, sayable: true }), 'PUT /me/kin-wish': noNetwork });
    await open(<MyDataPage />);
    await press('以后的事，先说一句');
    await press('以后不给家里人');
    expect(screen.getByText('您没有另外说，就照法律来。')).toBeTruthy();
    expect(screen.getByText(/现在没有网/)).toBeTruthy();
    cleanup();
    serve({ 'GET /me/kin-wish': () => ok({ withheld: false, sayable: false }) });
    await open(<MyDataPage />);
    await press('以后的事，先说一句');
    expect(screen.queryByText('以后不给家里人')).toBeNull();
  });
});

describe('deleting the account', () => {
  const view = {
    goes: ['没递出去的申请 1 份'],
    stays: [{ what: '递出去的申请 2 份', why: '街道在办。', until: '留 9 天（示例，待民政局核定）' }],
  };

  it('says what goes and what stays, asks once more, and then is nobody’s phone', async () => {
    let deleted = 0;
    serve({
      'GET /me/deletion': () => ok(view),
      'DELETE /me': () => {
        deleted += 1;
        return { status: 204 };
      },
    });
    await open(<LeavePage />);
    expect(screen.getByText('没递出去的申请 1 份')).toBeTruthy();
    expect(screen.getByText('留多久：留 9 天（示例，待民政局核定）')).toBeTruthy();
    expect(screen.queryByText('删掉我的账号')).toBeNull();
    await press('看清楚了，往下走');
    expect(deleted).toBe(0);
    await press('删掉我的账号');
    expect(deleted).toBe(1);
    expect(await screen.findByText('已经删掉了。')).toBeTruthy();
    expect(await currentSession()).toBeUndefined();
  });

  it('that did not reach the server deletes nothing here either', async () => {
    serve({ 'GET /me/deletion': () => ok(view) });
    await open(<LeavePage />);
    await press('看清楚了，往下走');
    await press('删掉我的账号');
    expect(screen.queryByText('已经删掉了。')).toBeNull();
    expect(await currentSession()).toBeDefined();
    expect(sentTo('DELETE', '/me')).toHaveLength(1);
  });

  it('is one of two quick taps, and stays done', async () => {
    serve({
      'GET /me/deletion': () => ok(view),
      'DELETE /me': () => ({ status: sentTo('DELETE', '/me').length === 1 ? 204 : 401 }),
      'POST /sessions/refresh': () => problem(401, 'session.required'),
    });
    await open(<LeavePage />);
    await press('看清楚了，往下走');
    const button = screen.getByText('删掉我的账号');
    act(() => {
      fireEvent.click(button);
      fireEvent.click(button);
    });
    expect(await screen.findByText('已经删掉了。')).toBeTruthy();
    expect(sentTo('DELETE', '/me')).toHaveLength(1);
  });

  it.each([
    ['on the way', noNetwork],
    ['behind a proxy', () => ({ status: 504 })],
  ])('whose answer was lost %s says that it is probably done, and is nobody’s phone either', async (_where, lost) => {
    let asked = 0;
    serve({
      'GET /me/deletion': () => ok(view),
      'DELETE /me': () => {
        asked += 1;
        return asked === 1 ? lost() : problem(401, 'session.required');
      },
      'POST /sessions/refresh': () => problem(401, 'session.required'),
    });
    await open(<LeavePage />);
    await press('看清楚了，往下走');
    await press('删掉我的账号');
    expect(screen.queryByText('应该已经删掉了。')).toBeNull();
    await press('删掉我的账号');
    expect(await screen.findByText('应该已经删掉了。')).toBeTruthy();
    expect(screen.queryByText('登录')).toBeNull();
    expect(await currentSession()).toBeUndefined();
  });
});
