import { act, fireEvent, render } from '@testing-library/react';
import type { ComponentType } from 'react';
import { signedIn } from '../../../test/applications';
import { aFarewell, keepFarewell, signedUp } from '../../../test/farewells';
import { resetVault } from '../../../test/memory-vault';
import { ok, problem, type Routes, sentTo, serve, unexpected } from '../../../test/server';
import { phone, resetPhone } from '../../../test/taro';
import AshesPage from './ashes/index';
import CompanyPage from './company/index';
import ContactPage from './contact/index';
import DeceasedPage from './deceased/index';
import { closedFarewell, stopRetrying, useFarewell } from './draft/session';
import KinshipPage from './kinship/index';
import PapersPage from './papers/index';
import WayPage from './way/index';
import WishesPage from './wishes/index';

const PATH = '/farewells/f1';
const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const find = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  return found;
};
const press = async (selector: string) => {
  fireEvent.click(find(selector));
  await settle();
};
const pressText = async (words: string) => {
  const found = [...document.querySelectorAll('.choice')].find((each) => each.textContent?.startsWith(words));
  if (found === undefined) throw new Error(`no choice ${words}`);
  fireEvent.click(found);
  await settle();
};
const type = (selector: string, words: string) =>
  fireEvent.input(find(`${selector} input, ${selector} textarea`), { target: { value: words } });
const leave = async (selector: string) => {
  fireEvent.blur(find(`${selector} input, ${selector} textarea`));
  await settle();
};
const show = async (Page: ComponentType, first = aFarewell(), more: Routes = {}) => {
  const kept = keepFarewell(first);
  serve({
    [`GET ${PATH}`]: () => ok(kept.now()),
    [`PATCH ${PATH}`]: ({ body }) => ok(kept.patch(body).changed),
    ...more,
  });
  const page = render(<Page />);
  await settle();
  return page;
};
const last = () => sentTo('PATCH', PATH).at(-1);

beforeEach(async () => {
  // the days that are chosen here are still to come
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-27T02:00:00Z'));
  resetPhone();
  resetVault();
  useFarewell.setState(closedFarewell, true);
  await signedIn();
  phone.params = { id: 'f1' };
});
afterEach(() => {
  stopRetrying();
  jest.restoreAllMocks();
  expect(unexpected).toEqual([]);
});

describe('the pages of a sign-up', () => {
  it('offer three ways in one voice, and save the one chosen at once', async () => {
    const { container } = await show(WayPage);
    await pressText('请工作人员代撒');
    expect(last()).toEqual({ version: 1, way: 'proxy' });
    expect(container.textContent).toContain('待核定');
  });

  it('ask nobody for names whose family stays at home', async () => {
    const page = await show(CompanyPage, aFarewell({ way: 'proxy' }));
    expect(page.container.textContent).not.toContain('写名字');
    await press('#company-ashore-more');
    expect(page.container.textContent).toContain('写名字');
  });

  it('take the one who died as far as is known, and let it all be said later', async () => {
    await show(DeceasedPage);
    type('#field-deceased-name', '张三 ');
    await leave('#field-deceased-name');
    expect(last()).toEqual({ version: 1, deceased: { name: '张三' } });
    await pressText('称“亲人”');
    expect(last()).toEqual({ version: 2, deceased: { name: '张三', called: 'loved-one' } });
    await press('#later');
    expect(phone.opened).toEqual(['back']);
  });

  it.each(['#later', '#section-done'])(
    'lead on to the family by %s where the app was killed on one of them',
    async (way) => {
      await show(DeceasedPage);
      phone.pagesBelow = 0;
      await press(way);
      expect(phone.opened).toEqual(['/packages/funeral/farewell/index?id=f1']);
    },
  );

  it('say beside the field what is wrong with it, keep what was typed, and send nothing of it', async () => {
    const page = await show(DeceasedPage);
    type('#field-deceased-idNumber', '1234');
    await leave('#field-deceased-idNumber');
    expect(find('#part-deceased-idNumber .field-error').textContent).not.toBe('');
    expect(sentTo('PATCH', PATH)).toEqual([]);
    page.unmount();
    useFarewell.setState(closedFarewell, true);
    render(<DeceasedPage />);
    await settle();
    expect((find('#field-deceased-idNumber input') as HTMLInputElement).value).toBe('1234');
  });

  it('doubt a certificate that looks unusual, kindly, and keep it', async () => {
    await show(DeceasedPage, aFarewell({ deceased: { died: '2026-03-01' } }));
    await pressText('《居民死亡医学证明》');
    expect(find('.paper-doubt').textContent).toContain('也可以先这样放着');
    expect(last()).toMatchObject({ deceased: { paper: { form: 'certificate-2026' } } });
  });

  it('ask where the ashes are and who brings them', async () => {
    await show(AshesPage);
    await pressText('在外地');
    type('#field-ashes-where', '石家庄');
    await leave('#field-ashes-where');
    await pressText('请殡仪馆送');
    expect(last()).toMatchObject({ ashes: { place: 'elsewhere', where: '石家庄', bringer: 'funeral-home' } });
  });

  it('take any one proof of kinship, in words where there is none', async () => {
    const { container } = await show(KinshipPage);
    await pressText('都没有，我自己说明');
    type('#field-kinship-words', '我是他养大的');
    await leave('#field-kinship-words');
    expect(last()).toMatchObject({ kinship: { way: 'told', words: '我是他养大的' } });
    expect(container.textContent).toContain('不用去居委会开证明');
  });

  it('take days that are impossible one by one, and give them back as easily', async () => {
    const page = await show(WishesPage, aFarewell({ wishes: { impossible: ['2027-04-04'], proxy: 'never' } }));
    // what is left open is an answer too, and not something still to do
    expect(page.container.textContent).not.toContain('还没选好');
    for (const [part, value] of [
      ['year', '2027'],
      ['month', '05'],
      ['date', '01'],
    ])
      fireEvent.change(find(`#part-wishes-impossible .date-list-${part} select`), { target: { value } });
    await press('#add-day');
    expect(last()).toMatchObject({ wishes: { impossible: ['2027-04-04', '2027-05-01'] } });
    await press('#remove-2027-04-04');
    expect(last()).toMatchObject({ wishes: { impossible: ['2027-05-01'] } });
  });

  it('count who comes before they are named, and take an old man in a wheelchair as he is', async () => {
    await show(CompanyPage);
    await press('#company-aboard-more');
    expect(last()).toEqual({ version: 1, company: { aboard: 2, ashore: 0, named: [] } });
    await press('#add-person');
    type('#person-name', '李四');
    type('#person-age', '八十');
    await press('#keep-person');
    expect(find('#person-form').textContent).toContain('年龄写数字');
    type('#person-age', '92');
    await press('#person-wheelchair');
    await press('#keep-person');
    const named = [{ id: expect.any(String), name: '李四', where: 'aboard', age: 92, wheelchair: true }];
    expect(last()).toEqual({ version: 2, company: { aboard: 2, ashore: 0, named } });
  });

  it('put the first name ashore where nobody goes aboard, and say where there is no room for another', async () => {
    const company = { aboard: 0, ashore: 1, named: [] };
    await show(CompanyPage, aFarewell({ way: 'proxy', company }));
    await press('#add-person');
    type('#person-name', '李四');
    const [aboard] = [...document.querySelectorAll('#person-form .choice')];
    fireEvent.click(aboard as Element);
    await press('#keep-person');
    expect(find('#person-form').textContent).toContain('上船的名字已经写够了');
    await press('#cancel-person');
    await press('#add-person');
    type('#person-name', '李四');
    type('#person-age', '131');
    await press('#keep-person');
    expect(find('#person-form').textContent).toContain('年龄写数字');
    type('#person-age', '');
    await press('#keep-person');
    const named = [{ id: expect.any(String), name: '李四', where: 'ashore' }];
    expect(last()).toEqual({ version: 1, company: { ...company, named } });
  });

  it('say beside the names and below what the server did not take, and never that all is saved', async () => {
    const company = { aboard: 1, ashore: 0, named: [] };
    const refuse = () =>
      problem(400, 'request.invalid', undefined, {
        errors: [{ field: 'company.named', code: 'field.twice', message: '有一位写了两遍' }],
      });
    const page = await show(CompanyPage, aFarewell({ company }), { [`PATCH ${PATH}`]: refuse });
    await press('#add-person');
    type('#person-name', '李四');
    await press('#keep-person');
    expect(page.container.querySelector('.field-error')?.textContent).toContain('有一位写了两遍');
    expect(page.container.querySelector('.save-state')?.textContent).toContain('有一处没存上');
    expect(page.container.textContent).not.toContain('写的都存好了');
  });

  it('have somebody half written there again after the app was killed', async () => {
    const page = await show(CompanyPage);
    await press('#add-person');
    type('#person-name', '李');
    await settle();
    page.unmount();
    useFarewell.setState(closedFarewell, true);
    render(<CompanyPage />);
    await settle();
    expect((find('#person-name input') as HTMLInputElement).value).toBe('李');
  });

  it('let a paper be promised with its day, or done ahead', async () => {
    await show(PapersPage);
    const own = [...document.querySelectorAll('#paper-own-id .choice')];
    fireEvent.click(own[1] as Element);
    await settle();
    expect(sentTo('PATCH', PATH)).toEqual([]);
    for (const [part, value] of [
      ['year', '2027'],
      ['month', '03'],
      ['date', '01'],
    ])
      fireEvent.change(find(`#paper-own-id .date-list-${part} select`), { target: { value } });
    await settle();
    const papers = [
      { paper: 'death-certificate', how: 'bring' },
      { paper: 'own-id', how: 'promised', until: '2027-03-01' },
    ];
    expect(last()).toEqual({ version: 1, papers });
    fireEvent.click(own[2] as Element);
    await settle();
    expect(last()).toMatchObject({ papers: [{}, { paper: 'own-id', how: 'at-funeral-home' }] });
  });

  it('leave a masked telephone alone, and note who would rather be called', async () => {
    await show(ContactPage, signedUp());
    await leave('#field-contact-phone');
    expect(sentTo('PATCH', PATH)).toEqual([]);
    await press('#switch-contact-wantsCalls');
    expect(last()).toEqual({ version: 2, contact: { phone: '138****5678', wantsCalls: true } });
  });

  it('say who changes it now where it cannot be changed here', async () => {
    await show(WayPage, signedUp({ acts: [] }));
    expect(find('.closed-section').textContent).toContain('96456');
  });
});
