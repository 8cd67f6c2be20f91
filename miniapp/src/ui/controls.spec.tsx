import { fireEvent, render, screen } from '@testing-library/react';
import { dates } from '../copy/dates';
import { aria } from './aria';
import { ChoiceList } from './choice-list';
import { DateField } from './date-field';
import { ElderTabBar } from './elder-tab-bar';
import { FieldError } from './field-error';
import { NumberField } from './number-field';
import { Page } from './page';
import { PhoneRow } from './phone-row';
import { SearchField } from './search-field';
import { SwitchRow } from './switch-row';
import { VerdictCard } from './verdict-card';

const nothing = () => undefined;

describe('a list of choices', () => {
  const choices = [
    { value: 'a', label: '全家都是' },
    { value: 'unsure', label: '不清楚', apart: 'unsure' as const },
  ];

  it('tells a reader what is chosen, and answers a press with the choice', () => {
    const onChoose = jest.fn();
    render(<ChoiceList label="户口" choices={choices} chosen={['a']} pick="one" onChoose={onChoose} />);
    expect(screen.getByRole('radiogroup', { name: '户口' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '全家都是' }).getAttribute('aria-checked')).toBe('true');
    fireEvent.click(screen.getByRole('radio', { name: '不清楚' }));
    expect(onChoose).toHaveBeenCalledWith('unsure');
  });

  it('marks 不清楚 so that it can be found, and a list to tick as one', () => {
    const { container } = render(
      <ChoiceList label="情况" choices={choices} chosen={[]} pick="many" onChoose={nothing} />,
    );
    expect(container.querySelectorAll('.choice-unsure')).toHaveLength(1);
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  });
});

describe('a field to search with', () => {
  const input = () => screen.getByLabelText<HTMLInputElement>('找什么');

  it('tells every keystroke, keeps the text under the fingers, and is emptied by one press', () => {
    const onType = jest.fn();
    const field = <SearchField label="找什么" placeholder="比如：看病没钱" clear="清空" onType={onType} />;
    const { rerender } = render(field);
    expect(screen.queryByRole('button')).toBeNull();
    fireEvent.change(input(), { target: { value: 'di b' } });
    rerender(field);
    expect(input().value).toBe('di b');
    expect(onType).toHaveBeenLastCalledWith('di b');
    fireEvent.click(screen.getByRole('button', { name: '清空' }));
    expect(input().value).toBe('');
    expect(onType).toHaveBeenLastCalledWith('');
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a field for a number', () => {
  it('never changes what is being typed, not even when told it is wrong', () => {
    const field = (error?: string) => (
      <NumberField
        label="工资"
        initialText="12o0"
        unit="元"
        keyboard="digit"
        error={error}
        onType={nothing}
        onDone={nothing}
      />
    );
    const { rerender } = render(field());
    const input = screen.getByLabelText<HTMLInputElement>('工资，单位元');
    expect(input.value).toBe('12o0');
    fireEvent.change(input, { target: { value: '12o0x' } });
    expect(input.getAttribute('aria-invalid')).toBe('false');
    rerender(field('这里填钱数'));
    expect(input.value).toBe('12o0x');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('hands on every keystroke', () => {
    const onType = jest.fn();
    render(<NumberField label="工资" initialText="" unit="元" keyboard="digit" onType={onType} onDone={nothing} />);
    fireEvent.change(screen.getByLabelText('工资，单位元'), { target: { value: '1' } });
    expect(onType).toHaveBeenCalledWith('1');
  });
});

describe('a field for a day', () => {
  const onChoose = jest.fn();
  const field = (chosen: string, dayWords?: string) => (
    <DateField
      label="哪天头一回来？"
      chosen={chosen}
      dayWords={dayWords}
      words={dates}
      earliest="2024-03-10"
      latest="2026-11-25"
      wrong={false}
      onChoose={onChoose}
    />
  );
  const list = (part: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: `哪天头一回来？，${part}` });
  const offered = (part: string) => [...list(part).options].map(({ value }) => value).filter((value) => value !== '');
  beforeEach(() => onChoose.mockClear());
  afterEach(() => {
    Object.assign(process.env, { TARO_ENV: 'h5' });
    jest.restoreAllMocks();
  });

  it('is three lists in a browser, each named for a reader, and none offers a day that has not come', () => {
    render(field('2026-11-'));
    expect(offered('年')).toEqual(['2026', '2025', '2024']);
    expect(offered('月').at(-1)).toBe('11');
    expect(offered('日').at(-1)).toBe('25');
    fireEvent.change(list('日'), { target: { value: '05' } });
    expect(onChoose).toHaveBeenCalledWith('2026-11-05');
  });

  it('hands on what is chosen so far, and says the whole day in words', () => {
    const { rerender } = render(field(''));
    expect(screen.getByText('还没选好')).toBeTruthy();
    fireEvent.change(list('月'), { target: { value: '05' } });
    expect(onChoose).toHaveBeenCalledWith('-05-');
    rerender(field('2026-05-25', '2026 年 5 月 25 日'));
    expect(screen.getByText('2026 年 5 月 25 日')).toBeTruthy();
    expect(list('日').value).toBe('25');
  });

  it('is the phone’s own picker in WeChat, up to today, with the day chosen in its name', () => {
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    // What WeChat calls `ariaRole` no browser knows.
    jest.spyOn(console, 'error').mockImplementation(nothing);
    const { container } = render(field('2026-05-25', '2026 年 5 月 25 日'));
    const wheel = screen.getByLabelText<HTMLInputElement>('date');
    expect([wheel.min, wheel.max, wheel.value]).toEqual(['2024-03-10', '2026-11-25', '2026-05-25']);
    expect(container.querySelector('[ariaLabel]')?.getAttribute('ariaLabel')).toBe(
      '哪天头一回来？，2026 年 5 月 25 日',
    );
    fireEvent.change(wheel, { target: { value: '2026-05-26' } });
    expect(onChoose).toHaveBeenCalledWith('2026-05-26');
  });
});

it('an error is read out at once, and no error takes no room', () => {
  const { container, rerender } = render(<FieldError text={undefined} />);
  expect(container.innerHTML).toBe('');
  rerender(<FieldError text="先点一个。" />);
  expect(screen.getByRole('alert').textContent).toBe('先点一个。');
});

it('a phone row calls its number, and says so to a reader', () => {
  const onCall = jest.fn();
  render(<PhoneRow number="120" what="急救" onCall={onCall} />);
  fireEvent.click(screen.getByRole('button', { name: '打电话 120，急救' }));
  expect(onCall).toHaveBeenCalledWith('120');
});

it('a switch says its state in words too', () => {
  render(<SwitchRow text="大字版" on onToggle={nothing} />);
  expect(screen.getByRole('switch', { name: '大字版' }).getAttribute('aria-checked')).toBe('true');
  expect(screen.getByText('已打开')).toBeTruthy();
});

it('a verdict shows its clauses only to whoever asks, each with its source', () => {
  render(
    <VerdictCard
      code="tea"
      title="茶补"
      badge="可能符合"
      tone="success"
      why="人均茶钱 860 元，标准 1045 元"
      amount={undefined}
      clauses={[{ id: 'C1', text: '人均茶钱低于标准', outcome: '对得上', tone: 'yes', source: '茶规〔2026〕1号' }]}
      words={{ clauses: '一条一条看', hideClauses: '收起', how: '怎么办' }}
      onHow={nothing}
    />,
  );
  expect(screen.queryByText('茶规〔2026〕1号')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '茶补：一条一条看', expanded: false }));
  expect(screen.getByRole('button', { name: '茶补：收起', expanded: true })).toBeTruthy();
  expect(screen.getByText('茶规〔2026〕1号')).toBeTruthy();
  expect(screen.getByText('对得上').className).toContain('clause-outcome');
});

it('the large tab bar tells which tab one is on, and does not open it again', () => {
  const onOpen = jest.fn();
  const tabs = [
    { name: 'home', text: '首页' },
    { name: 'mine', text: '我的' },
  ] as const;
  render(<ElderTabBar tabs={tabs} current="home" onOpen={onOpen} />);
  fireEvent.click(screen.getByRole('tab', { name: '首页', selected: true }));
  fireEvent.click(screen.getByRole('tab', { name: '我的' }));
  expect(onOpen.mock.calls).toEqual([['mine']]);
});

it('a page carries its theme, and elder mode changes nothing but the tokens', () => {
  const page = (elder: boolean) => (
    <Page theme="funeral" elder={elder} textScale={1.2}>
      送别亲人
    </Page>
  );
  const { container, rerender } = render(page(false));
  const before = container.querySelector('.page-body')?.innerHTML;
  expect(container.querySelector('.theme.theme-funeral')).not.toBeNull();
  expect(container.querySelector('.elder')).toBeNull();
  rerender(page(true));
  expect(container.querySelector('.elder')).not.toBeNull();
  expect(container.querySelector('.page-body')?.innerHTML).toBe(before);
});

describe('what a reader is told', () => {
  afterEach(() => Object.assign(process.env, { TARO_ENV: 'h5' }));

  it('is spelled the way WeChat reads it there, and the way a browser reads it here', () => {
    const meaning = { role: 'radio', label: '是', checked: false } as const;
    expect(aria(meaning)).toEqual({ role: 'radio', 'aria-label': '是', 'aria-checked': 'false', tabindex: '0' });
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    expect(aria(meaning)).toEqual({ ariaRole: 'radio', ariaLabel: '是', ariaChecked: false });
  });
});
