import { act, fireEvent, render, screen } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { ok, sentTo, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { changeWords as words } from '../../../copy/money';
import ReportChangePage from './index';

beforeEach(async () => {
  resetPhone();
  resetVault();
  await signedIn();
  phone.params = { id: 'a1' };
  serve({ 'POST /relief/applications/a1/changes': () => ok({}) });
});

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const choose = (kind: 'income' | 'death') => fireEvent.click(screen.getByText(words.kinds[kind]));
const field = () => screen.getByRole('textbox', { name: words.text }) as HTMLTextAreaElement;

it('what is written of one change is never sent with another, and is there again when one comes back to it', async () => {
  render(<ReportChangePage />);
  await settle();
  choose('income');
  fireEvent.change(field(), { target: { value: '我找到工作了，一个月三千' } });
  choose('death');
  expect(field().value).toBe('');
  choose('income');
  expect(field().value).toBe('我找到工作了，一个月三千');
  choose('death');
  fireEvent.click(screen.getByText(words.send));
  await settle();
  expect(sentTo('POST', '/relief/applications/a1/changes')).toEqual([{ kind: 'death' }]);
});
