import { addDays } from '@jinmen/shared/kernel/civil-date';
import { firstDay, firstSteps } from '@jinmen/shared/services/sea-scattering/first-steps';
import { prices } from '@jinmen/shared/services/sea-scattering/prices';
import { wholeCourse } from '@jinmen/shared/services/sea-scattering/whole-course';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { phone, resetPhone } from '../../../../test/taro';
import { startWords as words } from '../../../copy/funeral-start';
import { dayInWords, today } from '../../../platform/clock';
import GuidePage from '../guide/index';
import PricesPage from '../prices/index';
import { changeFirstSteps, useFirstSteps } from './first-steps-kept';
import StartPage from './index';

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const press = (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`nothing to press at ${id}`);
  fireEvent.click(found);
};
const text = (id: string) => document.getElementById(id)?.textContent ?? '';

beforeEach(() => {
  resetPhone();
  resetVault();
  useFirstSteps.setState(useFirstSteps.getInitialState(), true);
});

describe('what to do first', () => {
  it('begins with three lines and a number that calls; everything else stands below and can wait', async () => {
    const { container } = render(<StartPage />);
    await settle();
    const whole = container.textContent ?? '';
    for (const { text: line } of firstDay) expect(text('first-day')).toContain(line);
    expect(whole.indexOf('今天有这两件就够了')).toBeLessThan(whole.indexOf(firstSteps[0]?.title ?? ''));
    fireEvent.click(screen.getAllByRole('button', { name: /96456/ })[0] as HTMLElement);
    expect(phone.called).toEqual(['96456']);
  });

  it('keeps on this phone what is done and typed, also after the app was gone, and asks the network for nothing', async () => {
    const first = render(<StartPage />);
    await settle();
    press('mark-keep-papers');
    await act(() => changeFirstSteps((now) => ({ ...now, cremated: '2026-11-20' })));
    first.unmount();
    const { getInitialState, setState } = useFirstSteps;
    setState(getInitialState(), true);
    render(<StartPage />);
    await settle();
    expect(text('step-keep-papers')).not.toContain('死亡证明');
    expect(document.getElementById('claims-card')?.textContent).toContain('2026 年 11 月 20 日');
    expect(phone.requests).toEqual([]);
    press('mark-keep-papers');
    expect(text('step-keep-papers')).toContain('死亡证明');
  });

  it('leaves what does not open once as it is, says so, and joins it with what was marked meanwhile', async () => {
    const before = JSON.stringify({ done: ['keep-papers'], cremated: '2026-11-20' });
    memoryVault.sealed.set('first-steps', before);
    memoryVault.unreadable = true;
    render(<StartPage />);
    await settle();
    expect(screen.getByText(words.shut)).toBeTruthy();
    memoryVault.unreadable = false;
    press('mark-ashes');
    await settle();
    expect(memoryVault.sealed.get('first-steps')).toBe(before);
    press('open-again');
    await settle();
    expect(screen.queryByText(words.shut)).toBeNull();
    expect(JSON.parse(memoryVault.sealed.get('first-steps') ?? '')).toEqual({
      done: ['keep-papers', 'ashes'],
      cremated: '2026-11-20',
    });
  });

  it('says so also of a vault that opens no more while the page is open', async () => {
    render(<StartPage />);
    await settle();
    memoryVault.unreadable = true;
    press('mark-keep-papers');
    await settle();
    expect(screen.getByText(words.shut)).toBeTruthy();
    expect(text('step-keep-papers')).not.toContain('死亡证明');
  });

  it('counts a claim to a day and never the days left, with what nobody has published, and whom to ask', async () => {
    const cremated = addDays(today(), -3);
    render(<StartPage />);
    await act(() => changeFirstSteps((now) => ({ ...now, cremated })));
    const eco = text('claim-eco-burial-reward');
    expect(eco).toContain(`60 天到 ${dayInWords(addDays(cremated, 60))}`);
    expect(eco).toContain('1000 元，一次发。');
    expect(eco).toContain('火化后 60 天之内选定的，可能还有一份，最多 1420 元。');
    expect(eco).toContain('算到报名那天，还是算到安葬那天：待核定，请打 96456 问。');
    expect(eco).toContain('能不能和丧葬补贴一起领：待核定');
    expect(text('claim-funeral-subsidy')).toContain('1800 元');
    press('claims');
    expect(phone.opened).toEqual(['/packages/relief/wizard/index?door=farewell']);
  });

  it('says how long there is to claim where no day was typed, and the day alone where one was', async () => {
    render(<StartPage />);
    await settle();
    expect(text('claim-funeral-subsidy')).toContain('火化后 6 个月之内去办。');
    expect(text('claim-eco-burial-reward')).toContain('火化后 60 天之内选定的，可能还有一份');
    await act(() => changeFirstSteps((now) => ({ ...now, cremated: '2026-05-25' })));
    expect(text('claim-funeral-subsidy')).toContain('6 个月到 2026 年 11 月 25 日');
    expect(text('claim-funeral-subsidy')).not.toContain('之内去办');
  });

  it('says of a day that is past whom to ask, and closes no door', async () => {
    render(<StartPage />);
    await act(() => changeFirstSteps((now) => ({ ...now, cremated: addDays(today(), -61) })));
    expect(text('claim-eco-burial-reward')).toContain('能不能补办，由街道核定，请打 96456 问。');
    // of two sums the day ends one alone (docs/policy-facts.md B.4)
    expect(text('claim-eco-burial-reward')).toContain('这一天只管后面那一份。前面一次发的不看这一天，照样可以去问。');
    expect(text('claim-funeral-subsidy')).not.toContain('能不能补办');
    expect(document.getElementById('claims')).not.toBeNull();
  });
});

describe('the prices', () => {
  it('stand with what is free first; what nobody published says 待核定 and no sum', () => {
    const { container } = render(<PricesPage />);
    const order = [...container.querySelectorAll('.card')].map(({ id }) => id);
    expect(order).toEqual(prices.map(({ code }) => `price-${code}`));
    expect(text('price-proxy')).toContain('免费');
    expect(text('price-more-relatives')).toContain('待核定');
    expect(container.textContent).not.toMatch(/\d+ ?元/);
    press('sources');
    expect(container.textContent).toContain('依据：中新社 2025-03-30（京津冀联合撒海）');
  });
});

describe('the whole course', () => {
  it('is written step by step, and says that the film itself is not here', () => {
    const { container } = render(<GuidePage />);
    expect(container.querySelector('.notice')?.textContent).toContain('影片这里还没有拿到');
    expect(container.querySelectorAll('.course-seen')).toHaveLength(wholeCourse.length);
    expect(text('safety')).toContain('医护');
    expect(text('safety')).toContain('由船方核定');
  });
});
