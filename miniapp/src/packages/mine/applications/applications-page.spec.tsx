import type { ApplicationListItem } from '@jinmen/shared/applications/views';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { applicationWords } from '../../../copy/case';
import { dropSession } from '../../../platform/session';
import ApplicationsPage from './index';

/** What the server says of a draft under a legal hold. */
const KEPT = '这份按规定要先留着，现在还不能删。不影响您办别的事。想问为什么，请打 12345。';

const item = (id: string, change: Partial<ApplicationListItem> = {}): ApplicationListItem => ({
  id,
  version: 1,
  state: 'open',
  programmes: ['minimum-living-allowance', 'temporary-assistance'],
  updatedAt: `2026-11-2${id.length}T01:00:00Z`,
  submittedAt: '2026-11-20T01:00:00Z',
  now: '西营门街道在看材料',
  waitsForYou: false,
  ...change,
});
const everyKind = [
  item('a'),
  item('bb', { waitsForYou: true, now: '等您补材料' }),
  item('ccc', { state: 'closed', now: '有结果了' }),
  item('dddd', { state: 'draft', now: '还没递', waitsForYou: true }),
];
const serveList = (items: readonly ApplicationListItem[], more = {}) =>
  serve({ 'GET /relief/applications': () => ok({ items }), 'GET /urgent-requests': () => ok({ items: [] }), ...more });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
});
afterEach(() => expect(unexpected).toEqual([]));

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async () => {
  const shown = render(<ApplicationsPage />);
  await settle();
  return shown;
};
const press = async (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  fireEvent.click(found);
  await settle();
};
const deletes = () => phone.asked.filter(({ method }) => method === 'DELETE').length;

describe('my applications', () => {
  it('stand in groups, what waits for me first', async () => {
    serveList(everyKind);
    await show();
    expect([...document.querySelectorAll('.heading')].map((each) => each.textContent)).toEqual([
      '等您',
      '在办',
      '草稿',
      '办完',
    ]);
    expect(document.querySelector('#group-you')?.textContent).toContain('等您补材料');
    await press('#group-open .application');
    await press('.go-on');
    expect(phone.opened).toEqual(['/packages/relief/case/index?id=a', '/packages/relief/apply/index?id=dddd']);
  });

  it('that are none yet lead to choosing', async () => {
    serveList([]);
    await show();
    expect(screen.getByText(applicationWords.empty)).toBeTruthy();
    await press('#apply-more');
    expect(phone.opened).toEqual(['/packages/relief/choose/index']);
  });

  it('lose a draft only when it was not taken back', async () => {
    let deleted = 0;
    serveList(everyKind, {
      'DELETE /relief/applications/dddd': () => {
        deleted += 1;
        return { status: 204 };
      },
    });
    const page = await show();
    await press('.remove-draft');
    expect(document.querySelector('#group-draft')).toBeNull();
    expect(screen.queryByText(applicationWords.empty)).toBeNull();
    await press('#undo');
    expect(document.querySelector('#group-draft')).not.toBeNull();
    expect(deletes()).toBe(0);
    await press('.remove-draft');
    page.unmount();
    await settle();
    expect(deleted).toBe(1);
  });

  it.each([
    ['kept by law says why it is not deleted', 409, KEPT],
    ['the server has trouble with says that trying again helps', 500, applicationWords.stuck],
  ])('one %s, and stands there again', async (_, status, said) => {
    serveList([...everyKind, item('eeeee', { state: 'draft' })], {
      'DELETE /relief/applications/eeeee': () => problem(status, 'application.kept', KEPT),
      'DELETE /relief/applications/dddd': () => problem(status, 'application.kept', KEPT),
    });
    await show();
    await press('.remove-draft');
    expect(document.querySelectorAll('.application-draft')).toHaveLength(1);
    // the next one taken away sends the first on its way
    await press('.remove-draft');
    expect(document.querySelector('.stuck')?.textContent).toBe(
      `低保、临时救助的草稿（11 月 25 日 9:00 存的）：${said}`,
    );
    expect(document.querySelectorAll('.application-draft')).toHaveLength(1);
  });

  it('ask for signing in where nobody is, and show nothing', async () => {
    await dropSession();
    await show();
    expect(document.querySelector('.application')).toBeNull();
    await press('#sign-in');
    expect(phone.opened).toEqual(['/packages/mine/sign-in/index']);
  });

  it('without a network say so and can be asked for again', async () => {
    phone.reply = noNetwork;
    await show();
    expect(screen.getByText(applicationWords.offline)).toBeTruthy();
    serveList(everyKind);
    await press('#retry');
    expect(document.querySelectorAll('.application')).toHaveLength(4);
    expect(screen.queryByText(applicationWords.offline)).toBeNull();
  });

  it('come page by page', async () => {
    serve({
      'GET /urgent-requests': () => ok({ items: [] }),
      'GET /relief/applications': ({ path }) =>
        ok(path.endsWith('?cursor=x') ? { items: [item('bb')] } : { items: [item('a')], nextCursor: 'x' }),
    });
    await show();
    await press('#more');
    expect(document.querySelectorAll('.application')).toHaveLength(2);
    expect(document.querySelector('#more')).toBeNull();
  });

  it('begin with what was asked for at once, and lead to how it stands', async () => {
    const asked = { id: 'u1', number: 'JN-7KQ2M9', state: 'seen' };
    serveList(everyKind, { 'GET /urgent-requests': () => ok({ items: [asked] }) });
    await show();
    expect(document.querySelector('.heading')?.textContent).toBe('您递过的');
    expect(document.querySelector('#urgent-JN-7KQ2M9')?.textContent).toContain('有人在办了');
    await press('#urgent-JN-7KQ2M9');
    expect(phone.opened).toEqual(['/packages/urgent/sent/index?number=JN-7KQ2M9']);
  });
});
