import { act, fireEvent, render, screen } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { ok, problem, type Routes, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { dropSession } from '../../../platform/session';
import { useSession } from '../../../state/session';
import SignaturesPage from '../signatures';
import AuthorisePage from './index';

const LINK = '/relief/invitations/T0';
const me = {
  accountId: 'one',
  realName: { name: '示*偶', idNumber: '1****************X', birth: '1990-01-01', verifiedAt: '2026-11-24T01:00:00Z' },
} as const;
const open = { state: 'open', from: '示*', expiresAt: '2026-11-28T02:00:00Z' };
const done = { status: 204 };

const serveAll = (more: Routes = {}, who: object = me) =>
  serve({ 'GET /me': () => ok(who), [`GET ${LINK}`]: () => ok(open), ...more });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  phone.params = { t: 'T0' };
  useSession.setState({ status: 'signed-in', me });
});
afterEach(() => expect(unexpected).toEqual([]));

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const find = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  return found;
};
const press = async (selector: string) => {
  fireEvent.click(find(selector));
  await settle();
};
const show = async (page: React.JSX.Element) => {
  render(page);
  await settle();
};

describe('a link that was sent to somebody', () => {
  it('says who asks before anybody is signed in, and nothing more', async () => {
    await dropSession();
    useSession.setState({ status: 'signed-out', me: undefined });
    serve({ [`GET ${LINK}`]: () => ok(open) });
    await show(<AuthorisePage />);
    expect(find('#who-asks').textContent).toContain('示*');
    expect(document.querySelector('#looks')).toBeNull();
    await press('#go-sign-in');
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });

  it('asks for a real name before a signature', async () => {
    serveAll({}, { accountId: 'one' });
    useSession.setState({ status: 'signed-in', me: { accountId: 'one' } });
    await show(<AuthorisePage />);
    await press('#go-real-name');
    expect(phone.opened).toEqual(['/packages/mine/real-name/index']);
  });

  it('shows what is looked up, and takes a yes', async () => {
    serveAll({ [`POST ${LINK}/signature`]: () => done });
    await show(<AuthorisePage />);
    expect(find('#looks').textContent).toContain('房子、车和船');
    await press('#agree');
    expect(sentTo('POST', `${LINK}/signature`)).toEqual([{ accepted: true }]);
    await press('#my-signatures');
    expect(phone.opened).toEqual(['/packages/mine/signatures/index']);
  });

  it('takes two taps as close as a finger gets them for one', async () => {
    serveAll({ [`POST ${LINK}/signature`]: () => done });
    await show(<AuthorisePage />);
    const button = find('#agree') as HTMLElement;
    // in one act: nothing is drawn between them
    act(() => {
      button.click();
      button.click();
    });
    await settle();
    expect(sentTo('POST', `${LINK}/signature`)).toEqual([{ accepted: true }]);
    expect(document.querySelector('#signed')).not.toBeNull();
  });

  it('takes a no only after it said what becomes of it', async () => {
    serveAll({ [`POST ${LINK}/refusal`]: () => done });
    await show(<AuthorisePage />);
    phone.confirms = false;
    await press('#disagree');
    expect(sentTo('POST', `${LINK}/refusal`)).toEqual([]);
    phone.confirms = true;
    await press('#disagree');
    expect(find('#refused').textContent).toContain('看不到');
  });

  it('tells another person that it is not theirs, and stays', async () => {
    const words = '这条链接要本人用自己的手机打开。';
    serveAll({ [`POST ${LINK}/signature`]: () => problem(403, 'signature-link.other-person', words) });
    await show(<AuthorisePage />);
    await press('#agree');
    expect(find('#trouble').textContent).toContain(words);
    expect(find('#agree')).toBeTruthy();
  });

  it.each([
    ['used', '已经用过了'],
    ['expired', '过期了'],
    ['replaced', '又发了一条新的'],
    ['revoked', '收回了'],
  ])('that is %s says so, and asks nothing', async (state, words) => {
    serveAll({ [`GET ${LINK}`]: () => ok({ state }) });
    await show(<AuthorisePage />);
    expect(find('.closed-link').textContent).toContain(words);
    expect(document.querySelector('#agree')).toBeNull();
  });

  it('that nobody made is not there', async () => {
    serveAll({ [`GET ${LINK}`]: () => problem(404, 'request.not-found') });
    await show(<AuthorisePage />);
    expect(find('.no-link').textContent).toContain('打不开');
  });
});

describe('what one has signed', () => {
  const signature = { id: 's1', from: '示*', yours: false, way: 'this-phone', signedAt: '2026-11-25T02:00:00Z' };

  it('is taken back after a second question, and then said so', async () => {
    let withdrawnAt: string | undefined;
    serve({
      'GET /me': () => ok(me),
      'GET /relief/signatures': () =>
        ok({ items: [{ ...signature, lookedUp: false, ...(withdrawnAt && { withdrawnAt }) }] }),
      'POST /relief/signatures/s1/withdrawal': () => {
        withdrawnAt = '2026-11-25T03:00:00Z';
        return done;
      },
    });
    await show(<SignaturesPage />);
    expect(screen.getByText('示*家的申请')).toBeTruthy();
    phone.confirms = false;
    await press('.take-back');
    expect(find('.take-back')).toBeTruthy();
    phone.confirms = true;
    await press('.take-back');
    expect(document.querySelector('.take-back')).toBeNull();
    expect(screen.getByText('11 月 25 日 11:00 您收回了')).toBeTruthy();
  });

  it('is found only once one has shown who one is', async () => {
    serve({ 'GET /me': () => ok({ accountId: 'one' }), 'GET /relief/signatures': () => ok({ items: [] }) });
    await show(<SignaturesPage />);
    await press('#go-real-name');
    expect(phone.opened).toEqual(['/packages/mine/real-name/index']);
  });
});
