import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { act, fireEvent, render } from '@testing-library/react';
import { signedIn } from '../../../../test/applications';
import { aVoyage, signedUp } from '../../../../test/farewells';
import { resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, serve } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { forgetLooks } from '../../../state/public-looks';
import { closedFarewell, useFarewell } from '../draft/session';
import VoyagesPage from './index';

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const show = async (voyages: readonly VoyageView[]) => {
  serve({ 'GET /voyages': () => ok({ voyages }) });
  const page = render(<VoyagesPage />);
  await settle();
  return page;
};
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';

beforeEach(() => {
  resetPhone();
  resetVault();
  forgetLooks();
  useFarewell.setState(closedFarewell, true);
});

describe('the voyages', () => {
  it('stand by month, each with its state in words, where to be and when, and never a number left', async () => {
    const { container } = await show([
      aVoyage({ id: 'v2', day: '2027-05-01', startsAt: '2027-05-01T05:40:00.000Z', state: 'nearly-full' }),
      aVoyage(),
      aVoyage({ id: 'v0', state: 'sailed' }),
    ]);
    const headings = [...container.querySelectorAll('.heading')].map((each) => each.textContent);
    expect(headings).toEqual(['2027 年 4 月', '2027 年 5 月']);
    expect(text('#voyage-v1')).toContain('4 月 10 日 周六 上午有位置8:00 在示例码头集合，8:40 开船');
    expect(text('#voyage-v1')).toContain('示例班次：真正的日子和位置待核定。');
    expect(text('#voyage-v2')).toContain('下午位置不多了');
    expect(document.querySelector('#voyage-v0')).toBeNull();
    expect(container.textContent).not.toMatch(/剩|\d+ ?个位置/);
  });

  it('are asked for by what the family needs that chooses, and one that seats some of them says so', async () => {
    phone.params = { id: 'f1' };
    const asked: string[] = [];
    const family = signedUp({ way: 'proxy', company: { aboard: 0, ashore: 0, named: [] } });
    serve({
      'GET /farewells/f1': () => ok(family),
      'GET /voyages': ({ path }) => {
        asked.push(path);
        return ok({ voyages: [aVoyage({ tooFewSeats: true })] });
      },
    });
    await signedIn();
    render(<VoyagesPage />);
    await settle();
    expect(asked).toEqual([expect.stringContaining('aboard=0')]);
    expect(text('#voyage-v1')).toContain('可以几位在岸上送');
  });

  it('that do not sail say why, and that every family is called', async () => {
    await show([aVoyage({ state: 'suspended', why: '海上风大。' })]);
    expect(text('#voyage-v1')).toContain('停航海上风大。已经约好的家庭，我们一家一家联系。');
  });

  it('show the hours of the day, 待核定 where nobody published one', async () => {
    const { getByText } = await show([aVoyage()]);
    fireEvent.click(getByText('看看这一天的安排'));
    expect(text('.voyage-steps')).toContain('8:00集合待核定乘车去码头');
  });

  it('without a network are those seen last, with their hour, and everything can be left with nothing lost', async () => {
    const first = await show([aVoyage()]);
    first.unmount();
    phone.reply = noNetwork;
    render(<VoyagesPage />);
    await settle();
    expect(text('.as-of')).toMatch(/没网，看的是 \d{1,2}:\d\d 的内容/);
    expect(text('.contact-list')).toContain('96456');
    fireEvent.click(document.querySelector('#stop-here') as Element);
    expect(phone.opened).toEqual(['/pages/home/index']);
  });
});
