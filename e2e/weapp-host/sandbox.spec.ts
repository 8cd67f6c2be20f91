import { FixturePhone } from './testing/fixture-phone';

/** What the client's typings lack: names in scope of a function that runs inside the app. */
declare const getCurrentPages: () => {
  code(): Record<string, string>;
  importing(address: string): Promise<string>;
  global(): { thisOfTimer: Promise<string>; frames: string; inGlobal: string[] };
}[];

describe('the logic layer', () => {
  let phone: FixturePhone;

  beforeAll(async () => {
    phone = await FixturePhone.open({ entry: 'pages/sandbox/sandbox' });
    expect(phone.host.problems()).toEqual([]);
  });
  afterAll(() => phone.close());
  beforeEach(() => phone.host.clearProblems());

  it('makes no code from texts, by whatever way, and counts every attempt', async () => {
    const { global, ...refused } = (await phone.mp.evaluate(() => getCurrentPages()[0]?.code())) ?? {};
    expect(global).toBe('the service global');
    const byTimer = { timer: 'TypeError', interval: 'TypeError' };
    const names = Object.keys(refused);
    expect(refused).toEqual({ ...Object.fromEntries(names.map((name) => [name, 'EvalError'])), ...byTimer });
    expect(names).toHaveLength(11);
    const problems = await phone.problems(names.length);
    expect(problems.map((problem) => problem.kind)).toEqual(names.map(() => 'code-generation'));
  });

  it.each(['/__host/runtime.js', 'data:text/javascript,1'])('imports no module from %s', async (address) => {
    const outcome = await phone.mp.evaluate((from: string) => getCurrentPages()[0]?.importing(from), address);
    expect(outcome).toBe('TypeError');
    expect(await phone.problems(1)).toEqual([expect.objectContaining({ kind: 'code-generation' })]);
  });

  it('has no browser around it: not by name, not as this, not behind an error or a global', async () => {
    expect(await phone.text('.sandbox')).toBe('undefined');
    const found = await phone.mp.evaluate(async () => {
      const given = getCurrentPages()[0]?.global();
      return { ...given, thisOfTimer: await given?.thisOfTimer };
    });
    expect(found).toEqual({ thisOfTimer: 'undefined', frames: 'string', inGlobal: [] });
  });

  it('knows none of the names a browser adds to the language, the host’s own among them', async () => {
    const added = await phone.host.page.evaluate(() => Object.getOwnPropertyNames(window));
    const ofTheHost = ['title', 'toast', 'pages', '__host', '__bundle', '__hostRequest'];
    const ofTheLanguage = new Set(await phone.mp.evaluate(() => Object.keys(globalThis)));
    const names = [...added, ...ofTheHost].filter((name) => /^[A-Za-z_]\w*$/.test(name) && !ofTheLanguage.has(name));
    expect(names.length).toBeGreaterThan(700);
    const typed = `{${names.map((name) => `${name}: typeof ${name}`).join(',')}}`;
    const types: Record<string, string> = await phone.mp.evaluate(`function () { return (${typed}) }`);
    const known = Object.entries(types).filter(([, type]) => type !== 'undefined');
    expect(known.map(([name]) => name)).toEqual(['globalThis', 'eval']);
  });
});
