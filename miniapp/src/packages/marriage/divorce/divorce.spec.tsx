import type { DivorceState, DivorceView } from '@jinmen/shared/services/marriage-registration/divorce-view';
import { act, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { ok, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { useSession } from '../../../state/session';
import DivorcePage from './index';

const divorce = (state: DivorceState): DivorceView => ({
  id: 'd1',
  state,
  site: 'registry-120101',
  siteName: '和平区婚姻登记处',
  receivedOn: '2026-11-02',
  days: { coolingUntil: '2026-12-02', from: '2026-12-03', until: '2027-01-04', expected: true },
});
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async (state?: DivorceState) => {
  serve({ 'GET /marriage/divorce': () => ok({ items: state ? [divorce(state)] : [] }) });
  render(<DivorcePage />);
  await settle();
};
const has = (selector: string) => document.querySelector(selector) !== null;

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  useSession.setState({ status: 'signed-in', me: undefined });
});

describe('divorce in two steps', () => {
  it('shows the days that were counted for them, and where taking back is done', async () => {
    await show('cooling');
    const days = document.querySelector('#divorce-days')?.textContent;
    expect(days).toContain('2026 年 12 月 2 日 周三');
    expect(days).toContain('2027 年 1 月 4 日 周一');
    expect(days).toContain('以放假通知为准');
    expect(has('#guide-withdraw')).toBe(true);
  });

  it('books the second step at the registry that took the first, and nowhere else', async () => {
    await show('ready');
    expect(has('#first-step')).toBe(false);
    fireEvent.click(document.querySelector('#second-step') ?? document.body);
    expect(phone.opened).toEqual(['/packages/marriage/month/index?kind=divorce-certificate&site=registry-120101']);
  });

  it.each(['withdrawn', 'lapsed'] as const)('begins with the first step again when it is %s', async (state) => {
    await show(state);
    expect(has('#second-step')).toBe(false);
    expect(has('#first-step')).toBe(true);
  });

  it('offers nothing more to book when it is done', async () => {
    await show('done');
    expect(has('#first-step') || has('#second-step')).toBe(false);
  });

  it('is explained to somebody who is not signed in, and asks nothing', async () => {
    useSession.setState({ status: 'signed-out', me: undefined });
    await show();
    expect(phone.requests).toEqual([]);
    expect(has('#first-step')).toBe(true);
    expect(has('#divorce-sign-in')).toBe(true);
  });

  it('speaks of somebody to talk to, and never of the red of a wedding', async () => {
    await show();
    expect(has('#think')).toBe(true);
    expect(has('.theme-marriage')).toBe(false);
  });
});
