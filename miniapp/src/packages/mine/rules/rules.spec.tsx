import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dropSession } from '../../../platform/session';
import { useSession } from '../../../state/session';
import RulesPage from './index';

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const press = async (text: string) => {
  fireEvent.click(screen.getByText(text));
  await settle();
};
const open = async (params: Record<string, string> = {}) => {
  phone.params = params;
  render(<RulesPage />);
  await settle();
};

const NOW = { version: 'new', since: '2026 年 3 月 4 日', inForce: true };
const BEFORE = { version: 'old', since: '2026 年 1 月 2 日', until: '2026 年 3 月 4 日', inForce: false };
const view = (shown: { version: string; since: string }, line: string, versions: object[] = [NOW, BEFORE]) => ({
  ...{ version: shown.version, since: shown.since, versions },
  sections: [{ title: '登录', lines: [line] }],
});
/** Answers what was asked for, as the server does. */
const both = ({ path }: { path: string }) =>
  path.endsWith('?version=old')
    ? ok(view(BEFORE, '以前这样说。'))
    : path.includes('?')
      ? problem(404, 'rules.no-such-version', '没有找到这一版。')
      : ok(view(NOW, '现在这样说。'));

beforeEach(async () => {
  resetPhone();
  resetVault();
  useSession.setState({ status: 'signed-out', me: undefined });
  await dropSession();
});

it('is shown to anybody, with the day it is in force since, and no line about others while there are none', async () => {
  serve({ 'GET /privacy': () => ok(view(NOW, '甲。', [NOW])) });
  await open();
  expect(screen.getByText('2026 年 3 月 4 日起用的这一版')).toBeTruthy();
  expect(screen.getByText('甲。')).toBeTruthy();
  expect(screen.queryByText('以前的版本')).toBeNull();
});

it.each([
  ['privacy', {}],
  ['agreement', { which: 'agreement' }],
] as const)('leads from the %s text to what it said before, behind one quiet line', async (name, params) => {
  serve({ [`GET /${name}`]: both });
  await open(params);
  expect(screen.queryByText('2026 年 1 月 2 日起用的')).toBeNull();
  await press('以前的版本');
  expect(screen.getByText('用到 2026 年 3 月 4 日')).toBeTruthy();
  expect(screen.queryByText('2026 年 3 月 4 日起用的')).toBeNull();
  await press('2026 年 1 月 2 日起用的');
  const which = name === 'agreement' ? 'which=agreement&' : '';
  expect(phone.opened).toEqual([`/packages/mine/rules/index?${which}version=old`]);
});

it('says of what it said before that it is not in force any more, from when until when, and leads back', async () => {
  serve({ 'GET /privacy': both });
  await open({ version: 'old' });
  expect(screen.getByText('以前这样说。')).toBeTruthy();
  expect(screen.getByText(/这是以前的一版，2026 年 1 月 2 日起用，用到 2026 年 3 月 4 日。现在不用了/)).toBeTruthy();
  expect(screen.queryByText('以前的版本')).toBeNull();
  phone.pagesBelow = 1;
  await press('回到现在用的这一版');
  // opened again from the address, with no page below
  phone.pagesBelow = 0;
  await press('回到现在用的这一版');
  expect(phone.opened).toEqual(['back', '/packages/mine/rules/index']);
});

it('says when there never was such a version, and still leads back', async () => {
  serve({ 'GET /privacy': both });
  await open({ version: 'other' });
  expect(screen.getByText('没有找到这一版。')).toBeTruthy();
  expect(screen.getByText('回到现在用的这一版')).toBeTruthy();
});

it('without a network can be tried again', async () => {
  phone.reply = noNetwork;
  await open({ version: 'old' });
  expect(screen.queryByText('以前这样说。')).toBeNull();
  serve({ 'GET /privacy': both });
  await press('再试一次');
  expect(screen.getByText('以前这样说。')).toBeTruthy();
});
