import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, type Routes, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dropSession } from '../../../platform/session';
import { useSession } from '../../../state/session';
import SignInPage from './index';

const people = [
  { name: '单人-断收入', scenario: '一个人住，这个月没有收入' },
  { name: '三口-孩子病了', scenario: '孩子住院' },
];
const signsIn: Routes = {
  'GET /development/people': () => ok({ items: people }),
  'POST /sessions/wechat': () => ok({ accessToken: 'a', refreshToken: 'r', expiresIn: 900 }),
  'GET /me': () => ok({ accountId: 'one' }),
};

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const open = async (build: 'weapp' | 'development' | 'production') => {
  Object.assign(process.env, {
    TARO_ENV: build === 'weapp' ? 'weapp' : 'h5',
    TARO_APP_SIM_SIGN_IN: String(build === 'development'),
  });
  const page = render(<SignInPage />);
  await settle();
  return page;
};
const press = async (id: string, { container }: { container: HTMLElement }) => {
  const button = container.querySelector(`#${id}`);
  if (button === null) throw new Error(`no ${id}`);
  fireEvent.click(button);
  await settle();
};

beforeEach(async () => {
  resetPhone();
  resetVault();
  await dropSession();
  useSession.setState({ status: 'signed-out', me: undefined });
  serve(signsIn);
});
afterEach(() => Object.assign(process.env, { TARO_ENV: 'h5', TARO_APP_SIM_SIGN_IN: 'false' }));

describe('signing in on WeChat', () => {
  it('says why, takes one tap, and goes back to where it was asked', async () => {
    const page = await open('weapp');
    expect(screen.getByText('往下要办的事，得知道是您本人在办，也只让您一个人看到。')).toBeTruthy();
    await press('sign-in', page);
    expect(sentTo('POST', '/sessions/wechat')).toEqual([{ code: 'code-of-wechat' }]);
    expect(phone.opened).toEqual(['back']);
  });

  it('goes on to the page that was wanted', async () => {
    phone.params = { after: JSON.stringify({ page: 'apply', query: { id: '7' } }) };
    await press('sign-in', await open('weapp'));
    expect(phone.opened).toEqual(['/packages/relief/apply/index?id=7']);
  });

  it('refused says what the server says, and can be tried again', async () => {
    serve({ ...signsIn, 'POST /sessions/wechat': () => problem(403, 'session.risky', '微信说这个账号暂时不能登录。') });
    const page = await open('weapp');
    await press('sign-in', page);
    expect(screen.getByText('微信说这个账号暂时不能登录。')).toBeTruthy();
    serve(signsIn);
    await press('sign-in', page);
    expect(phone.opened).toEqual(['back']);
  });

  it.each([
    ['without a network', noNetwork, '现在没有网，您填的都还在。有网了再试一次。'],
    [
      'at a fault of the server',
      () => ({ status: 500 }),
      '我们这边出了点问题，您填的都还在。过一会儿再试，或者打 12345。',
    ],
  ])('%s says so and stays', async (_what, answer, words) => {
    serve({ ...signsIn, 'POST /sessions/wechat': answer });
    await press('sign-in', await open('weapp'));
    expect(screen.getByText(words)).toBeTruthy();
    expect(phone.opened).toEqual([]);
  });

  it('when WeChat gives no code asks the server nothing', async () => {
    phone.loginCode = undefined;
    await press('sign-in', await open('weapp'));
    expect(screen.getByText('微信那边没有答应，没登录上。请再点一次。')).toBeTruthy();
    expect(phone.requests).toEqual([]);
  });

  it('tapped twice is one attempt', async () => {
    const { container } = await open('weapp');
    const button = container.querySelector('#sign-in');
    if (button === null) throw new Error('no button');
    fireEvent.click(button);
    fireEvent.click(button);
    await settle();
    expect(sentTo('POST', '/sessions/wechat')).toHaveLength(1);
  });

  it('can be left for later', async () => {
    await press('not-now', await open('weapp'));
    expect(phone.opened).toEqual(['back']);
  });
});

describe('signing in in a browser', () => {
  it('for development offers the made-up people, finds one, and signs in as that one', async () => {
    const { container } = await open('development');
    expect(container.querySelectorAll('.sim-person')).toHaveLength(2);
    fireEvent.change(screen.getByLabelText('按名字或情况找'), { target: { value: '住院' } });
    expect(container.querySelectorAll('.sim-person')).toHaveLength(1);
    fireEvent.click(screen.getByText('三口-孩子病了'));
    await settle();
    expect(sentTo('POST', '/sessions/wechat')).toEqual([{ code: 'sim:三口-孩子病了' }]);
    expect(phone.opened).toEqual(['back']);
  });

  it('for development without the simulators says what is missing', async () => {
    serve({});
    await open('development');
    expect(screen.getByText('名单没有取到。示例人物要和模拟系统一起开着，才能用。')).toBeTruthy();
  });

  it('for residents leads into WeChat', async () => {
    const { container } = await open('production');
    expect(screen.getByText('请在微信里打开')).toBeTruthy();
    expect(container.querySelector('#sign-in')).toBeNull();
    expect(container.querySelector('#sim-people')).toBeNull();
  });
});
