import { asNobody, asOneOfTwo, asResident, builtPages, type Visit } from '../../support/every-page';
import { threeBelowTheLine } from '../../support/households';
import { answerAll, begin, comeIn } from '../../support/interview';
import { MiniApp } from '../../support/mini-app';
import { MiniInterview } from '../../support/mini-interview';
import { pages } from '../../support/pages';
import { headlessOnly } from '../../support/phone/headless-only';
import { target } from '../../support/phone/target';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type Mode, whatIsWrong } from '../../support/tappable-rules';
import { until } from '../../support/until';
import { makeWalkData, WALKERS, type WalkData } from '../../support/walk-data';
import type { InspectedPage } from '../../weapp-host/automator/in-page/inspect-methods';

/** The narrowest phone that is still common: what is a share of the width is least there. */
const SCREEN = { width: 360, height: 740 };
/** Of one message to the screen, and of all of them until the first page stands there. */
const LARGEST_BYTES = 64 * 1024;
const FIRST_PAGE_BYTES = 128 * 1024;
const MODES = ['normal', 'elder'] as const;

let house: ServerProcess;
let app: MiniApp;
let data: WalkData;

beforeAll(async () => {
  if (target !== 'host') return;
  house = await startServer({ withSimulators: true, opensTimes: true, settings: { SEA_DEMONSTRATION: 'on' } });
  data = { ...(await makeWalkData(house)), kept: '' };
});
afterAll(() => house?.stop());

it('every page the app was built with is walked', () => {
  const walked = [...asNobody, ...asOneOfTwo, ...asResident].map(({ path }) => path);
  expect([...new Set(walked)].sort()).toEqual([...builtPages()].sort());
});

/** `arrive` once for both modes, but where the walk itself leaves something behind. */
describe.each<[string, readonly Visit[], { readonly arrive: () => Promise<void>; readonly inEachMode?: true }]>([
  ['nobody who is signed in', asNobody, { arrive: pickUp, inEachMode: true }],
  ['one of two', asOneOfTwo, { arrive: () => signIn(WALKERS.oneOfTwo) }],
  ['a resident with everything going', asResident, { arrive: comeWithEverything }],
])('for %s', (_who, visits, { arrive, inEachMode }) => {
  describe.each(MODES)('in %s mode', (mode) => {
    beforeAll(async () => {
      if (target !== 'host') return;
      if (inEachMode || mode === MODES[0]) await arrive();
      await draw(mode);
    });

    for (const visit of visits) {
      headlessOnly('every page looked into', `${nameOf(visit)} can be pressed and heard`, async () => {
        const { page, sizes } = await look(visit);
        expect(whatIsWrong(page, mode)).toEqual([]);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(LARGEST_BYTES);
      });
    }
  });

  headlessOnly('every page looked into', 'the first page comes with little', async () => {
    const sizes = await app.setDataSince(async () => {
      await app.killAndOpen(pages.home);
      await drawn('.door');
    });
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
  });
});

function nameOf({ path, taps = [] }: Visit): string {
  return [path, ...taps].join(' ');
}

async function pickUp(): Promise<void> {
  app = await MiniApp.fresh(house.origin);
  await app.becomeAsLargeAs(SCREEN);
}

async function signIn(person: string): Promise<void> {
  await pickUp();
  await app.open(pages.signIn);
  await app.signInAs(person);
  await until('somebody to be signed in', async () => !(await app.isOn(pages.signIn)));
}

/** Signed in, with the self-check answered, its result kept, and the sheet of it opened. */
async function comeWithEverything(): Promise<void> {
  await signIn(WALKERS.resident);
  await app.open(pages.home);
  const interview = new MiniInterview(app.mp);
  await comeIn(interview, 'hardship');
  await begin(interview, threeBelowTheLine);
  await answerAll(interview, threeBelowTheLine);
  await app.tap('#keep');
  await app.see('.keep-done');
  await app.tap('#sheet');
  await app.see('.sheet-item');
  await app.open(pages.kept);
  await app.tap('.kept-row');
  await app.see('#resume-kept');
  data = { ...data, kept: await app.parameter('id') };
}

async function draw(mode: Mode): Promise<void> {
  await app.open(pages.home);
  await app.see('.page-root');
  if ((await app.has('.elder')) !== (mode === 'elder')) await app.tap('#elder-switch');
  await until(`${mode} mode`, async () => (await app.has('.elder')) === (mode === 'elder'));
}

async function look({ path, query, taps = [], shows }: Visit) {
  let page: InspectedPage | undefined;
  const sizes = await app.setDataSince(async () => {
    await app.open(query ? `${path}?${query(data)}` : path);
    for (const selector of taps) await app.tap(selector);
    page = await drawn(shows);
  });
  if (page?.path !== path) throw new Error(`${path} led to ${page?.path}`);
  return { page, sizes };
}

/** Until what is waited for is there, nothing is still on its way, and nothing moves any more. */
async function drawn(shows: string): Promise<InspectedPage> {
  let before = '';
  return until(`${shows} to stand still`, async () => {
    if (!(await app.has(shows)) || (await app.has('.skeleton'))) return undefined;
    const page = await app.inspect();
    const now = JSON.stringify(page);
    const isStill = now === before;
    before = now;
    return isStill && page;
  });
}
