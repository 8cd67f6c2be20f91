import { FixturePhone, type MiniElement } from './testing/fixture-phone';

/** What the client offers of some built-ins; its package exports no names for them. */
interface Field {
  input(text: string): Promise<void>;
}
interface Movable {
  moveTo(x: number, y: number): Promise<void>;
}
interface ScrollView {
  scrollTo(x: number, y: number): Promise<void>;
}

describe('a page and its parts', () => {
  let phone: FixturePhone;

  beforeAll(async () => {
    phone = await FixturePhone.open({ entry: 'pages/parts/parts' });
  });
  afterAll(() => phone.close());
  beforeEach(async () => {
    await phone.goTo('/pages/parts/parts');
    phone.host.clearProblems();
    await phone.send('Host.resetStats');
  });

  const part = async <T>(selector: string): Promise<T> => (await phone.element(selector)) as MiniElement & T;
  const call = async (method: string): Promise<void> => {
    await (await phone.mp.currentPage())?.callMethod(method);
  };

  it.each([
    ['.usual', 140],
    ['.short', 3],
    ['.endless', 200],
  ])('lets %s hold as much as its template or WeChat says', async (selector, letters) => {
    await (await part<Field>(selector)).input('x'.repeat(200));
    await phone.shows('.said', `heard ${letters}`);
  });

  it('has the properties of a built-in typed, with the usual value of one the template does not give', async () => {
    const short = await phone.element('.short');
    const button = await phone.element('.button');
    const read = [short.property('maxlength'), short.property('disabled'), button.property('size')];
    expect(await Promise.all([...read, button.property('type')])).toEqual([3, false, 'mini', 'default']);
    expect(await button.attribute('size')).toBe('mini');
  });

  it('moves a movable-view in its own direction only', async () => {
    await (await part<Movable>('.movable')).moveTo(30, 40);
    await phone.shows('.said', 'moved 30 0');
  });

  it('tells when a list is at its end and at its beginning again', async () => {
    const list = await part<ScrollView>('.list');
    await list.scrollTo(0, 900);
    await phone.shows('.said', 'lower');
    await list.scrollTo(0, 0);
    await phone.shows('.said', 'upper');
  });

  it('reports once each built-in and property that would do something on a phone', async () => {
    await call('beStrange');
    const found = await phone.problems(2);
    await phone.goTo('/pages/parts/parts');
    await call('beStrange');
    expect(phone.host.problems()).toEqual([]);
    expect(found.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'unimplemented-component: <progress> does nothing in the headless host',
      'unimplemented-component: <text decode> does nothing in the headless host',
    ]);
  });

  it('loses on the way to the view what JSON cannot carry, and says so', async () => {
    await call('sendWhatIsNoJson');
    const found = (await phone.problems(5)).map(({ message }) => message);
    expect(found).toEqual([
      'Setting data field "none" to undefined is invalid. (pages/parts/parts)',
      'setData field "kept.list[1].when" is a Date (pages/parts/parts)',
      'setData field "kept.list[1].how" is a function (pages/parts/parts)',
      'setData field "kept.list[1].much" is NaN (pages/parts/parts)',
      'setData field "list[0].all" is a Map (pages/parts/parts)',
    ]);
    const kept = await (await phone.mp.currentPage())?.data('kept');
    expect(kept).toEqual({ list: [1, { when: '1970-01-01T00:00:00.000Z', much: null }] });
  });

  it('sends no more than a megabyte to the view at once', async () => {
    await call('sendTooMuch');
    expect(await phone.problems(1)).toEqual([expect.objectContaining({ kind: 'large-set-data' })]);
    expect(await phone.text('.said')).toBe('');
  });

  it('measures what a component sends to the view, and names the page it lies in', async () => {
    const badge = await part<MiniElement & { setData(data: object): Promise<void> }>('.badge');
    await badge.setData({ text: '新' });
    const { setData } = await phone.send('Host.stats');
    const bytes = Buffer.byteLength('{"text":"新"}');
    expect(setData).toEqual([{ is: 'components/badge/badge', page: 'pages/parts/parts', keys: 1, bytes }]);
  });
});
