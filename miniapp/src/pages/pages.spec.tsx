import { programmes } from '@jinmen/shared/catalogue';
import { doors } from '@jinmen/shared/facts/doors';
import { fireEvent, render, screen } from '@testing-library/react';
import { phone, resetPhone } from '../../test/taro';
import { laterPages } from '../copy/later';
import { keptKeys } from '../state/kept-on-phone';
import HomePage from './home/index';
import LaterPage from './later/index';
import MinePage from './mine/index';
import ServicesPage from './services/index';

beforeEach(resetPhone);

describe('home', () => {
  it('has its four doors and the urgent one, each leading somewhere', () => {
    const { container } = render(<HomePage />);
    for (const id of ['urgent', 'door-hardship', 'door-marriage', 'door-funeral', 'door-elder']) {
      const door = container.querySelector(`#${id}`);
      if (door === null) throw new Error(`no ${id}`);
      fireEvent.click(door);
    }
    expect(phone.opened).toEqual([
      '/packages/urgent/call/index',
      '/packages/relief/wizard/index?door=general',
      '/packages/marriage/venues/index?kind=marriage',
      '/packages/funeral/start/index',
      '/pages/later/index?door=elder',
    ]);
    expect(container.querySelectorAll('.door')).toHaveLength(4);
  });

  it('makes the text larger at one press and keeps the choice on this phone', () => {
    const { container } = render(<HomePage />);
    fireEvent.click(screen.getByText('换大字版'));
    expect(container.querySelector('.elder')).not.toBeNull();
    expect(phone.stored.get(keptKeys.elderMode)).toBe('true');
    fireEvent.click(screen.getByText('换标准字'));
    expect(container.querySelector('.elder')).toBeNull();
  });

  it('offers to go on where the resident stopped', () => {
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify({ asked: ['a', 'b'] }));
    render(<HomePage />);
    expect(screen.getByText('上次答了 2 题，都在这部手机里。')).toBeTruthy();
  });
});

const onlyChosen = { facts: {}, asked: [], doors: ['general'], drafts: {} };
const half = { facts: {}, asked: [], drafts: { hukou: { question: 'hukou', chosen: ['none'] } } };
const halfAsOlderRelease = { facts: {}, asked: [], draft: { question: 'hukou', chosen: ['none'] } };

it.each([onlyChosen, half, halfAsOlderRelease])(
  'what is chosen or half typed before the first answer is kept, and can be resumed or cleared',
  async (kept) => {
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(kept));
    const home = render(<HomePage />);
    expect(screen.getByText('上次刚开了个头，还在这部手机里。')).toBeTruthy();
    expect(home.container.querySelector('#resume')).not.toBeNull();
    home.unmount();
    render(<MinePage />);
    fireEvent.click(screen.getByText('都删掉'));
    expect(await screen.findByText('已经删掉了。')).toBeTruthy();
    expect(phone.stored.has(keptKeys.reliefAnswers)).toBe(false);
  },
);

describe('我的', () => {
  it('says what is kept and forgets it when asked to and confirmed', async () => {
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify({ asked: ['a'] }));
    render(<MinePage />);
    phone.confirms = false;
    fireEvent.click(screen.getByText('都删掉'));
    await Promise.resolve();
    expect(phone.stored.has(keptKeys.reliefAnswers)).toBe(true);
    phone.confirms = true;
    fireEvent.click(screen.getByText('都删掉'));
    expect(await screen.findByText('已经删掉了。')).toBeTruthy();
    expect(phone.stored.has(keptKeys.reliefAnswers)).toBe(false);
  });
});

describe('a door that opens later', () => {
  it.each(Object.entries(laterPages))('%s says so and what to do today, with a number to call', (door, { later }) => {
    phone.params = { door };
    render(<LaterPage />);
    expect(screen.getByText(later)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /打电话/ }).length).toBeGreaterThan(0);
  });

  it('of elders leads to the questions behind their door', () => {
    phone.params = { door: 'elder' };
    const { container } = render(<LaterPage />);
    const check = container.querySelector('#check');
    if (check === null) throw new Error('nothing leads to the questions');
    fireEvent.click(check);
    expect(phone.opened).toEqual(['/packages/relief/wizard/index?door=elder']);
  });

  it('of elders says what can be applied for now, and leads to those programmes first', () => {
    phone.params = { door: 'elder' };
    const { container } = render(<LaterPage />);
    expect(container.textContent).toContain('高龄津贴、养老补贴、助餐补贴现在就能在这里申请。');
    const apply = container.querySelector('#apply');
    if (apply === null) throw new Error('nothing leads to applying');
    fireEvent.click(apply);
    expect(phone.opened).toEqual(['/packages/relief/library/index?door=elder']);
  });

  it('nobody knows leads home instead of nowhere', () => {
    phone.params = { door: 'toString' };
    render(<LaterPage />);
    fireEvent.click(screen.getByText('回首页'));
    expect(phone.opened).toEqual(['/pages/home/index']);
  });
});

describe('办事', () => {
  const press = (container: HTMLElement, selector: string) => {
    const found = container.querySelector(selector);
    if (found === null) throw new Error(`nothing to press at ${selector}`);
    fireEvent.click(found);
  };

  it('leads to the search and to what is behind each door, what may hurt last and in gentle words', () => {
    const { container } = render(<ServicesPage />);
    const here = doors.filter(({ code }) => programmes.some(({ door }) => door === code));
    for (const { code } of here) press(container, `#door-${code}`);
    press(container, '#find');
    expect(phone.opened).toEqual([
      ...here.map(({ code }) => `/packages/relief/library/index?door=${code}`),
      '/packages/relief/library/index',
    ]);
    expect(here.reduce((sum, { code }) => sum + programmes.filter(({ door }) => door === code).length, 0)).toBe(
      programmes.length,
    );
    for (const { code, line, sensitive } of here)
      if (sensitive) expect(container.querySelector(`#door-${code} .list-row-line`)?.textContent).toBe(line);
  });
});
