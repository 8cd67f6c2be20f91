import { act, fireEvent, render, screen } from '@testing-library/react';
import { memoryVault, resetVault } from '../../../test/memory-vault';
import { ok, serve } from '../../../test/server';
import { phone, resetPhone } from '../../../test/taro';
import { mine } from '../../copy/mine';
import { keptKeys } from '../../state/kept-on-phone';
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

it('都删掉 leaves nothing of anybody, also of pages not opened since the app began', async () => {
  const names = Object.values(keptKeys).filter((name) => !STORED.includes(name));
  for (const name of names) memoryVault.sealed.set(name, '{"what":"was written"}');
  for (const name of STORED) phone.stored.set(name, '"2026-11-20"');
  render(<KeptOnPhone />);
  await settle();
  fireEvent.click(screen.getByText(mine.kept.clear));
  await settle();
  expect([...memoryVault.sealed.keys()].sort()).toEqual(['account', 'session']);
  expect([...phone.stored].filter(([, value]) => value !== '{}').map(([name]) => name)).toEqual([
    'elder-mode',
    'standards',
  ]);
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

it('first steps that nothing was marked in are nothing kept', async () => {
  memoryVault.sealed.set('first-steps', '{"done":[],"cremated":""}');
  render(<KeptOnPhone />);
  await settle();
  expect(screen.getByText(mine.kept.none)).toBeTruthy();
});
