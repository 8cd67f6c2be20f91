import { guides, programmes } from '@jinmen/shared/catalogue';
import { doors } from '@jinmen/shared/facts/doors';
import { fireEvent, render, screen } from '@testing-library/react';
import { phone, resetPhone } from '../../../test/taro';
import GuidePage from './guide/index';
import LibraryPage from './library/index';

beforeEach(resetPhone);

const type = (text: string) => fireEvent.change(screen.getByLabelText('找什么'), { target: { value: text } });
const rows = () => [...document.querySelectorAll('.library-row')];
const titles = () => rows().map((row) => row.querySelector('.list-row-title')?.textContent);
const press = (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing to press at ${selector}`);
  fireEvent.click(found);
};

describe('the library', () => {
  it('shows everything there is while nothing is typed, and what may hurt last', () => {
    render(<LibraryPage />);
    expect(rows()).toHaveLength(programmes.length + guides.length);
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    const gentle = doors.filter(({ sensitive }) => sensitive).map(({ title }): string | null => title);
    const first = headings.findIndex((heading) => gentle.includes(heading));
    expect(headings.slice(first).every((heading) => gentle.includes(heading))).toBe(true);
  });

  it.each(['dibao', 'di bao', 'DB', '低保'])('finds 低保 first by %s, and opens its page', (typed) => {
    render(<LibraryPage />);
    type(typed);
    expect(titles()[0]).toBe('低保');
    press('#programme-minimum-living-allowance');
    expect(phone.opened).toEqual(['/packages/relief/programme/index?code=minimum-living-allowance']);
  });

  it('keeps what is typed, says how much was found and why, and looks again at every keystroke', () => {
    render(<LibraryPage />);
    type('看病没钱');
    expect(screen.getByLabelText<HTMLInputElement>('找什么').value).toBe('看病没钱');
    expect(screen.getByText(/^找到 \d+ 项$/)).toBeTruthy();
    expect(screen.getAllByText('常有人说“看病没钱”').length).toBeGreaterThan(0);
    type('请不起律师');
    expect(titles()).toEqual(['法律援助']);
  });

  it('says so when what it shows is only alike', () => {
    render(<LibraryPage />);
    type('保低');
    expect(screen.getByText(/是不是这几项/)).toBeTruthy();
    expect(titles()).toContain('低保');
  });

  it('that finds nothing leads on: to a person, and to the questions', () => {
    render(<LibraryPage />);
    type('围棋比赛');
    expect(screen.getByText('没找到“围棋比赛”。')).toBeTruthy();
    press('.library-none .phone-row');
    press('#check');
    expect(phone.called).toEqual(['12345']);
    expect(phone.opened).toEqual(['/packages/relief/wizard/index']);
  });

  it('asks nobody and keeps nothing: what is typed stays on the page', () => {
    render(<LibraryPage />);
    for (const typed of ['家', '家里', '家里没钱', '围棋比赛']) type(typed);
    expect(phone.requests).toEqual([]);
    expect(phone.opened).toEqual([]);
    expect([...phone.stored]).toEqual([]);
  });

  it('behind one door shows only what is there, calmly and in its own colours, and leads to the rest', () => {
    phone.params = { door: 'farewell' };
    const { container } = render(<LibraryPage />);
    const here = [...programmes, ...guides].filter(({ door }) => door === 'farewell');
    expect(titles()).toEqual(here.map(({ title }) => title));
    expect(container.querySelector('.theme-funeral')).not.toBeNull();
    expect(screen.queryByLabelText('找什么')).toBeNull();
    press('#everything');
    expect(phone.opened).toEqual(['/packages/relief/library/index']);
  });

  it('behind a door nobody knows shows everything', () => {
    phone.params = { door: 'toString' };
    render(<LibraryPage />);
    expect(rows()).toHaveLength(programmes.length + guides.length);
  });
});

describe('a guide', () => {
  it.each(guides.map((guide) => [guide.code, guide] as const))(
    '%s says what it is, what is not known, whom to call and where it is written',
    (code, { lines, unknown, ask, sources, door }) => {
      phone.params = { code };
      render(<GuidePage />);
      for (const line of [...lines, unknown, ask.who]) expect(screen.getByText(line)).toBeTruthy();
      const cited = screen.getAllByText(/^依据：/).map((line) => line.textContent ?? '');
      expect(new Set(cited).size).toBe(cited.length);
      for (const { document: written } of sources) expect(cited.some((line) => line.includes(written))).toBe(true);
      const [call] = screen.getAllByRole('button', { name: /^打电话/ });
      if (call === undefined) throw new Error('nobody to call');
      fireEvent.click(call);
      expect(phone.called).toEqual([ask.phone]);
      expect(document.querySelector('.theme-funeral') !== null).toBe(door === 'farewell');
    },
  );

  it('leads to the programmes it begins with', () => {
    phone.params = { code: 'medical-assistance' };
    render(<GuidePage />);
    press('#programme-minimum-living-allowance');
    press('#check');
    expect(phone.opened).toEqual([
      '/packages/relief/programme/index?code=minimum-living-allowance',
      '/packages/relief/wizard/index?door=general',
    ]);
  });

  it('nobody knows leads home', () => {
    phone.params = { code: 'toString' };
    render(<GuidePage />);
    fireEvent.click(screen.getByText('回首页'));
    expect(phone.opened).toEqual(['/pages/home/index']);
  });
});
