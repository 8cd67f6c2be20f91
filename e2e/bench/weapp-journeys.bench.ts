import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { handIn, signInAs } from '../support/application-journey';
import { openDay } from '../support/booking-api';
import { voyagesOf } from '../support/farewell-api';
import { becomeKnown } from '../support/helping';
import { threeBelowTheLine } from '../support/households';
import { answerAll, begin, comeIn } from '../support/interview';
import { MiniApp } from '../support/mini-app';
import { MiniFarewell } from '../support/mini-farewell';
import { MiniInterview } from '../support/mini-interview';
import { askHost } from '../support/mini-program';
import { pages } from '../support/pages';
import { type ServerProcess, startServer } from '../support/server-process';
import { Simulators } from '../support/simulators';
import { until } from '../support/until';
import type { RequestRecord } from '../weapp-host/browser/request-proxy';
import { startHost } from '../weapp-host/host';

/** What one journey cost: messages to the screen, and requests. */
export interface JourneyCost {
  readonly journey: string;
  readonly setData: { readonly count: number; readonly bytes: number; readonly largest: number };
  readonly requests: { readonly count: number; readonly bytesOut: number; readonly bytesIn: number };
}

const SITE = 'registry-120101';
const DIST = join(__dirname, '../../miniapp/dist/weapp');
const HOST_STARTS = 3;
/** Where `scripts/bench/weapp-journeys.mjs` reads it. */
const OUT = process.env.BENCH_OUT;

let house: ServerProcess;
let app: MiniApp;
let bureaus: Simulators;
const costs: JourneyCost[] = [];
const hostStartMs: number[] = [];

beforeAll(async () => {
  house = await startServer({ withSimulators: true, opensTimes: true, settings: { SEA_DEMONSTRATION: 'on' } });
  bureaus = new Simulators(house.simulators);
});
afterAll(async () => {
  await house?.stop();
  if (OUT) writeFileSync(OUT, JSON.stringify({ costs, hostStartMs }));
});

const pressed = async (selector: string, page: string): Promise<void> => {
  await app.tap(selector);
  await until(page, () => app.isOn(page));
};

const JOURNEYS: Readonly<Record<string, () => Promise<void>>> = {
  'first-page': () => app.see('.door'),
  'self-check': async () => {
    const interview = new MiniInterview(app.mp);
    await comeIn(interview, 'hardship');
    await begin(interview, threeBelowTheLine);
    await answerAll(interview, threeBelowTheLine);
    await app.see('.verdict-card');
  },
  application: async () => {
    const answers = {
      hukou: { press: ['全家都是天津户口'] },
      'member-count': { type: '1' },
      wages: { type: '0' },
      'other-income': { type: '0' },
    };
    await handIn(app, ['低保'], await bureaus.person('单人-断收入'), answers);
    await app.see('#receipt .receipt-number');
  },
  marriage: async () => {
    const [he, she] = [await bureaus.person('新人-男'), await bureaus.person('新人-女')];
    const [window] = await openDay(house, { kind: 'marriage', site: SITE, least: 1 });
    await app.tap('#door-marriage');
    await app.tap(`#site-${SITE}`);
    await app.tap('#days');
    await app.tapText('.choice', '都是内地居民');
    await pressed('#next', pages.bookingMonth);
    await app.open(`packages/marriage/slots/index?kind=marriage&site=${SITE}&day=${window?.day}`);
    await app.tap(`#slot-${window?.id}`);
    await app.tap('#take');
    await signInAs(app, he.name);
    await app.tap('#take');
    await app.tap('#trouble-real-name');
    await becomeKnown(app, he);
    await pressed('#take', pages.bookingReview);
    await pressed('#confirm', pages.bookingParties);
    await app.tap('#hand-over');
    await app.type('#partner-name', she.realName);
    await app.type('#partner-number', she.idNumber);
    await app.tap('#agree-here');
    await until('the yes', async () => !(await app.has('#agree-here')));
    await app.tap('#hand-back');
    await pressed('#go-pass', pages.bookingPass);
    await app.see('.pass-qr-picture');
  },
  sea: async () => {
    const daughter = await bureaus.person('女儿-替母亲办');
    const voyage = await until('an open voyage', async () =>
      (await voyagesOf(house)).find(({ state }) => state === 'open'),
    );
    const farewell = new MiniFarewell(app);
    await pressed('#door-funeral', pages.farewellStart);
    await pressed('#to-sea', pages.voyages);
    await pressed('#sign-up', pages.farewell);
    await app.tap('#begin');
    await signInAs(app, daughter.name);
    await farewell.begin();
    await farewell.write('deceased', async () => {
      await app.type('#field-deceased-name', '示老海');
      await app.pickDay('#part-deceased-died', dayInShanghai(Date.now()));
    });
    await farewell.write('contact', () => app.type('#field-contact-phone', daughter.phone));
    await app.tap('#next');
    await app.tap('#trouble-real-name');
    await becomeKnown(app, daughter);
    await pressed('#next', pages.farewellDone);
    await pressed('#choose', pages.voyages);
    await pressed(`#choose-${voyage.id}`, pages.farewellChoose);
    await pressed('#hold', pages.farewellConfirm);
    await pressed('#confirm', pages.farewell);
    await app.see('#their-voyage');
  },
};

it.each(Object.entries(JOURNEYS))('%s', async (journey, go) => {
  // a phone as good as new: what it sends while its app starts is counted with the rest
  app = await MiniApp.fresh(house.origin);
  await go();
  costs.push({ journey, ...(await costOf()) });
});

it('the host starts: compiled, in Chromium, the first page on its screen', async () => {
  for (let round = 0; round < HOST_STARTS; round += 1) {
    const began = performance.now();
    const host = await startHost({ dist: DIST, apiBase: house.origin });
    hostStartMs.push(performance.now() - began);
    await host.stop();
  }
});

async function costOf(): Promise<Omit<JourneyCost, 'journey'>> {
  const requests = await until('every answer', async () => {
    const { requests: all } = (await askHost(app.mp, 'Host.requests')) as { requests: readonly RequestRecord[] };
    return all.every(({ status }) => status !== undefined) && all;
  });
  const { setData } = (await askHost(app.mp, 'Host.stats')) as { setData: readonly { bytes: number }[] };
  const sizes = setData.map(({ bytes }) => bytes);
  return {
    setData: { count: sizes.length, bytes: sum(sizes), largest: Math.max(...sizes) },
    requests: {
      count: requests.length,
      bytesOut: sum(requests.map(({ bytesOut }) => bytesOut)),
      bytesIn: sum(requests.map(({ bytesIn = 0 }) => bytesIn)),
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
