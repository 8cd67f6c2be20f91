import { agreeToAll, type FormAnswers, fillIn, signInAs, startForm } from '../../support/application-journey';
import { type BadLine, startBadLine } from '../../support/bad-line';
import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const PERSON = '单人-断收入';
const ADDRESS = '#control-applicant-address';
const PHONE = '#control-applicant-phone';
const TYPED = '幸福里 3 号楼';

const ANSWERS: FormAnswers = {
  hukou: { press: ['全家都是天津户口'] },
  'member-count': { type: '1' },
  wages: { type: '0' },
  'other-income': { type: '0' },
};

/** One phone and one form, from one bad hour to the next: each test goes on where the one before it left. */
describe('an application in the mini-program, on a bad day', () => {
  let house: ServerProcess;
  let line: BadLine;
  let bureaus: Simulators;
  let person: PersonAtTheBureaus;
  /** The same resident, as the server sees them. */
  let truth: ResidentApi;
  let app: MiniApp;
  let id: string;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true });
    line = await startBadLine(house.origin);
    bureaus = new Simulators(house.simulators);
    person = await bureaus.person(PERSON);
    truth = await ResidentApi.signIn(house, PERSON);
    app = await MiniApp.fresh(line.origin);
  });
  afterAll(async () => {
    await app?.close();
    await line?.stop();
    await house?.stop();
  });

  const formOn = (page: string) => `${page}?id=${id}`;
  const onServer = async (field: string) => (await truth.application(id)).fields[field];
  const toBeKept = (text: string) =>
    until(`${text} to be kept on the phone`, async () =>
      JSON.stringify(await app.kept('relief-unsent')).includes(text),
    );
  const toSay = (selector: string, words: string) =>
    until(`"${words}"`, async () => (await app.texts(selector)).join().includes(words));
  const endSession = async (): Promise<void> => {
    const { accessToken } = (await app.kept('session')) as { accessToken: string };
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await fetch(`${house.origin}/api/v1/sessions/current`, { method: 'DELETE', headers })).status).toBe(204);
  };
  const signInsOf = async () =>
    (await bureaus.journal('wechat')).effects.filter(
      ({ kind, facts }) => kind === 'signed-in' && facts.person === PERSON,
    ).length;

  it('has what was half typed, and what was saved, when the app was killed in the middle', async () => {
    id = await startForm(app, ['低保'], PERSON);
    await app.type(PHONE, person.phone);
    await until('the number to be on the server', async () => (await onServer('applicant.phone')) === person.phone);
    await app.tap('#next-part');
    await app.beginTyping(ADDRESS, TYPED);
    await toBeKept(TYPED);
    await app.killAndOpen(formOn(pages.form));
    expect(await app.typed(ADDRESS)).toBe(TYPED);
    await app.tap('#previous-part');
    expect(await app.typed(PHONE)).toBe(person.phone);
    expect(await onServer('applicant.address')).toBeUndefined();
  });

  it('keeps what is filled in without a network, says so, and saves it by itself when there is one', async () => {
    await app.tap('#next-part');
    await app.network('none');
    await app.type(ADDRESS, `${TYPED} 2 门`);
    await toSay('.notice-warn', '现在没网，先加密存在这部手机里');
    await app.killAndOpen(formOn(pages.form));
    expect(await app.typed(ADDRESS)).toBe(`${TYPED} 2 门`);
    await toSay('.notice-warn', '现在没网，先加密存在这部手机里');
    await app.network('wifi');
    await toSay('#saved', '已经替您存好了');
    expect(await onServer('applicant.address')).toBe(`${TYPED} 2 门`);
  });

  it('asks once to sign in when the session ended on the server, and goes on with what was typed', async () => {
    const before = await signInsOf();
    await endSession();
    await app.type(ADDRESS, `${TYPED} 2 门 401`);
    await toSay('.notice-warn', '登录过期了。填的还在');
    expect(await app.typed(ADDRESS)).toBe(`${TYPED} 2 门 401`);
    await app.tap('#sign-in-again');
    await signInAs(app, PERSON);
    await until('the form', () => app.isOn(pages.form));
    await toSay('#saved', '已经替您存好了');
    expect(await onServer('applicant.address')).toBe(`${TYPED} 2 门 401`);
    expect(await signInsOf()).toBe(before + 1);
    await app.tap('#previous-part');
    await fillIn(app, person, ANSWERS);
  });

  it('handed in without a network is kept, said not to be handed in, and sent by nothing but a tap', async () => {
    await agreeToAll(app, person);
    await app.network('none');
    await app.tap('#submit');
    await toSay('.submit-said', '现在没网，先存在手机里，还没有递');
    await app.killAndOpen(formOn(pages.review));
    await app.network('wifi');
    await app.see('#submit');
    await toSay('.submit-said', '还没有递');
    expect(await bureaus.filedAt('social-assistance')).toEqual([]);
  });

  it('handed in when the session has just ended, asks to sign in, comes back, and waits for the tap', async () => {
    await endSession();
    await app.tap('#submit');
    await signInAs(app, PERSON);
    await until('the last look', () => app.isOn(pages.review));
    await app.see('#submit');
    expect(await bureaus.filedAt('social-assistance')).toEqual([]);
  });

  it('whose answer was lost is said to be perhaps there, and one more tap finds it there once', async () => {
    const before = line.keysFor('/submission').length;
    line.losesAnswers = true;
    await app.tap('#submit');
    await toSay('.submit-said', '递没递到还不知道');
    await until('the bureau to have it', async () => (await bureaus.filedAt('social-assistance')).length > 0);
    line.losesAnswers = false;
    await app.tap('#submit');
    await until('the receipt', () => app.isOn(pages.receipt));
    await app.see('#receipt .receipt-number');
    expect(await bureaus.filedAt('social-assistance')).toHaveLength(1);
    const keys = line.keysFor('/submission').slice(before);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });
});
