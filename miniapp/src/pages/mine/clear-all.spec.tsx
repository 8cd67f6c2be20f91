import { act, fireEvent, render, screen } from '@testing-library/react';
import { memoryVault, resetVault } from '../../../test/memory-vault';
import { ok, serve } from '../../../test/server';
import { phone, resetPhone } from '../../../test/taro';
import { mine } from '../../copy/mine';
import { beginSession } from '../../platform/session';
import { keptKeys } from '../../state/kept-on-phone';
import { loadNotices } from '../../state/notices';
import { useSession } from '../../state/session';
import { KeptOnPhone } from './kept-on-phone';

const settle = () => act(async () => new Promise((later) => setTimeout(later)));
const STORED: readonly string[] = ['booking-looks', 'elder-mode', 'quiet-since', 'relief-answers', 'standards'];

beforeEach(() => {
  resetPhone();
  resetVault();
  serve({ 'GET /relief/applications': () => ok({ items: [] }) });
  useSession.setState({ status: 'signed-out', me: undefined });
});

const everythingKept = () => {
  const names = Object.values(keptKeys).filter((name) => !STORED.includes(name));
  for (const name of names) memoryVault.sealed.set(name, '{"what":"was written"}');
  for (const name of STORED) phone.stored.set(name, '"2026-11-20"');
};
const clear = async () => {
  render(<KeptOnPhone />);
  await settle();
  fireEvent.click(screen.getByText(mine.kept.clear));
  await settle();
};
const stored = () => [...phone.stored].filter(([, value]) => value !== '{}').map(([name]) => name);

it('都删掉 leaves nothing of anybody, also of pages not opened since the app began', async () => {
  everythingKept();
  await clear();
  expect([...memoryVault.sealed.keys()]).toEqual([]);
  expect(stored()).toEqual(['elder-mode', 'standards']);
});

it('都删掉 of somebody signed in leaves them signed in, and quiet for whom they mourn', async () => {
  useSession.setState({ status: 'signed-in' });
  everythingKept();
  await clear();
  expect([...memoryVault.sealed.keys()].sort()).toEqual(['account', 'session']);
  expect(stored()).toEqual(['elder-mode', 'quiet-since', 'standards']);
});

it('都删掉 says first that what had no answer yet will not go on, and may have arrived', async () => {
  memoryVault.sealed.set('intentions', '{"complaint":{"key":"k","request":"[]","perhapsSent":true}}');
  await clear();
  expect(phone.questions.at(-1)?.content).toBe(mine.kept.confirm.sending);
  expect(memoryVault.sealed.has('intentions')).toBe(false);
});

it('messages kept here, and what had no answer yet, are said to be here', async () => {
  memoryVault.sealed.set('intentions', '{"complaint":{"key":"k","request":"[]","perhapsSent":true}}');
  const notice = { id: '1', title: '有进展', line: '点开看看。', at: '2026-11-24T02:00:00Z', read: false };
  memoryVault.sealed.set('notices', JSON.stringify({ notices: [notice], fetchedAtMs: 1 }));
  render(<KeptOnPhone />);
  await settle();
  expect(screen.getByText(mine.kept.sending(1))).toBeTruthy();
  expect(screen.getByText(mine.kept.notices(1))).toBeTruthy();
  expect(screen.queryByText(mine.kept.none)).toBeNull();
});

it('whoever never signed in sees that their first steps are kept, hears what they lose, and is rid of them', async () => {
  memoryVault.sealed.set('first-steps', '{"done":["keep-papers"],"cremated":""}');
  render(<KeptOnPhone />);
  await settle();
  expect(screen.getByText(mine.kept.typed)).toBeTruthy();
  fireEvent.click(screen.getByText(mine.kept.clear));
  await settle();
  expect(phone.questions.at(-1)?.content).toBe(mine.kept.confirm.typed);
  expect(memoryVault.sealed.has('first-steps')).toBe(false);
  expect(screen.getByText(mine.kept.cleared)).toBeTruthy();
});

it('messages that come a moment later than the page are said too', async () => {
  useSession.setState({ status: 'signed-in' });
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
  const notice = { id: '1', title: '有进展', line: '点开看看。', at: '2026-11-24T02:00:00Z', read: false };
  serve({ 'GET /notices': () => ok({ items: [notice] }) });
  render(<KeptOnPhone />);
  await settle();
  expect(screen.getByText(mine.kept.none)).toBeTruthy();
  await act(loadNotices);
  await settle();
  expect(screen.getByText(mine.kept.notices(1))).toBeTruthy();
});

it('words that this phone cannot open now are said to be here, and can be gone', async () => {
  memoryVault.sealed.set('relief-statements', '{"a1/x":"写过的"}');
  memoryVault.unreadable = true;
  await clear();
  expect(phone.questions.at(-1)?.content).toContain(mine.kept.confirm.typed);
  expect(memoryVault.sealed.has('relief-statements')).toBe(false);
});

it('first steps that nothing was marked in are nothing kept', async () => {
  memoryVault.sealed.set('first-steps', '{"done":[],"cremated":""}');
  render(<KeptOnPhone />);
  await settle();
  expect(screen.getByText(mine.kept.none)).toBeTruthy();
});
