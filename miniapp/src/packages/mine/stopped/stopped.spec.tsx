import { act, render } from '@testing-library/react';
import { noNetwork, ok, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { beginSession, dropSession } from '../../../platform/session';
import StoppedPage from './index';

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const text = (id: string) => document.getElementById(id)?.textContent ?? '';

beforeEach(async () => {
  resetPhone();
  await dropSession();
  await beginSession({ accessToken: 'a', refreshToken: 'r' });
  phone.params = { id: 'd1' };
});

describe('what was stopped by mistake', () => {
  it('says of each thing whether it came back, and how it is got back where it did not', async () => {
    const items = [
      { what: 'booking', restored: false, which: ['11 月 30 日 09:00，结婚登记'], how: '可以再约一次。' },
      { what: 'messages', restored: true, how: '给您的消息照常发了。' },
    ];
    serve({ 'GET /stopped-by-mistake/d1': () => ok({ items }) });
    const { container } = render(<StoppedPage />);
    await settle();
    expect(text('stopped-booking')).toBe('约的时间要再办一次11 月 30 日 09:00，结婚登记可以再约一次。');
    expect(text('stopped-messages')).toContain('恢复了');
    expect(container.textContent).toContain('打 12345');
  });

  it('without a network still says what happened and whom to call', async () => {
    serve({ 'GET /stopped-by-mistake/d1': noNetwork });
    const { container } = render(<StoppedPage />);
    await settle();
    expect(container.textContent).toContain('是我们这边的错');
    expect(container.textContent).toContain('打 12345');
  });
});
