import { addDays } from '@jinmen/shared/kernel/civil-date';
import { griefWordProblems } from '@jinmen/shared/plain-words/grief-safe';
import { act, fireEvent, render } from '@testing-library/react';
import { ok, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { today } from '../platform/clock';
import {
  isQuiet,
  mayAskHowItWent,
  NO_RATING_DAYS,
  noteFarewell,
  noteFarewells,
  QUIET_DAYS,
  useBereavement,
} from '../state/bereavement';
import { keptKeys } from '../state/kept-on-phone';
import { useNotices } from '../state/notices';
import { signOut, useSession } from '../state/session';
import BookingPage from './booking/index';
import HomePage from './home/index';
import MinePage from './mine/index';
import ServicesPage from './services/index';

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const ago = (days: number) => `${addDays(today(), -days)}T04:00:00Z`;
const SITE = { id: 'a', name: '意风街', sort: 'themed', kinds: ['marriage'], nextFreeDay: addDays(today(), 2) };

beforeEach(() => {
  resetPhone();
  useBereavement.setState({ since: undefined });
  useNotices.setState({ notices: undefined });
  useSession.setState({ status: 'signed-out', me: undefined });
  serve({ 'GET /services/marriage-registration/sites': () => ok({ sites: [SITE] }) });
});

/** Of weddings, as a bereaved reader would meet them. */
async function weddingsOn(page: React.ReactElement): Promise<readonly string[]> {
  const { container, unmount } = render(page);
  await settle();
  const texts = [...container.querySelectorAll('*')].flatMap(({ childNodes }) =>
    [...childNodes].filter(({ nodeType }) => nodeType === 3).map(({ nodeValue }) => nodeValue ?? ''),
  );
  unmount();
  return texts.flatMap(griefWordProblems).filter((problem) => problem.startsWith('speaks of a marriage'));
}

describe('while somebody of this phone is in mourning', () => {
  it.each([
    ['home', <HomePage key="home" />],
    ['预约', <BookingPage key="booking" />],
    ['能办什么', <ServicesPage key="services" />],
  ])('%s has nothing of a marriage, and has it again for everybody else', async (_name, page) => {
    expect(await weddingsOn(page)).not.toEqual([]);
    noteFarewells([{ state: 'signed-up', updatedAt: ago(3) }]);
    expect(await weddingsOn(page)).toEqual([]);
  });

  it('我的 has neither a wedding nor a number that waits', async () => {
    noteFarewell({ state: 'draft' });
    useSession.setState({ status: 'signed-in', me: undefined });
    const notice = { id: 'n', title: '有新进展', line: '点开看看。', at: ago(1), read: false };
    useNotices.setState({ notices: [notice] });
    const { container, unmount } = render(<MinePage />);
    expect(container.querySelector('#notices')?.textContent).not.toMatch(/\d/);
    unmount();
    expect(await weddingsOn(<MinePage />)).toEqual([]);
    act(() => noteFarewells([]));
    useNotices.setState({ notices: [notice] });
    expect(render(<MinePage />).container.querySelector('#notices')?.textContent).toMatch(/1/);
  });

  it('home still leads to what to do first, to help at once and to help for the living', async () => {
    noteFarewell({ state: 'signed-up' });
    const { container } = render(<HomePage />);
    await settle();
    for (const id of ['urgent', 'door-hardship', 'door-funeral', 'door-elder'])
      fireEvent.click(container.querySelector(`#${id}`) as Element);
    expect(phone.opened).toHaveLength(4);
    expect(container.querySelector('#door-marriage')).toBeNull();
  });
});

describe('the quiet', () => {
  it('lasts from the last word about a farewell, survives the app, and ends with its days', () => {
    noteFarewells([{ state: 'signed-up', updatedAt: ago(QUIET_DAYS - 1) }]);
    expect(isQuiet(useBereavement.getState())).toBe(true);
    expect(phone.stored.has(keptKeys.quietSince)).toBe(true);
    noteFarewells([{ state: 'scattered', updatedAt: ago(QUIET_DAYS) }]);
    expect(isQuiet(useBereavement.getState())).toBe(false);
  });

  it('asks nobody how it went for thirty days', () => {
    noteFarewells([{ state: 'scattered', updatedAt: ago(NO_RATING_DAYS - 1) }]);
    expect(mayAskHowItWent(useBereavement.getState())).toBe(false);
    noteFarewells([{ state: 'scattered', updatedAt: ago(NO_RATING_DAYS) }]);
    expect(mayAskHowItWent(useBereavement.getState())).toBe(true);
  });

  it('is not made by a farewell that was withdrawn, and goes with whoever signs out', async () => {
    noteFarewells([{ state: 'withdrawn', updatedAt: ago(1) }]);
    expect(isQuiet(useBereavement.getState())).toBe(false);
    noteFarewell({ state: 'draft' });
    await signOut();
    expect(isQuiet(useBereavement.getState())).toBe(false);
    expect(phone.stored.has(keptKeys.quietSince)).toBe(false);
  });
});
