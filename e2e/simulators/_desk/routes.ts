import { CaseRefusal } from '../_kit/case-book';
import type { CaseBureau } from '../_kit/case-bureau';
import type { CaseRecord } from '../_kit/case-record';
import type { Answer, Incoming, Route, Routes } from '../_kit/http-answer';
import type { World } from '../world';
import { caseListPage } from './case-list-page';
import { casePage } from './case-page';
import { actOnCase } from './case-posts';
import { html } from './html';
import { deskPage } from './layout';
import { LIVE_SCRIPT } from './live-script';
import { answerCheck, meansPage } from './means-page';
import { registryDeskRoutes } from './registry-page';
import { seaServiceRoutes } from './sea-service-page';
import { letArrive } from './sent-mark';
import { smsPage, staffPage, wechatPage } from './sent-pages';
import { STYLE } from './style';
import { urgentDeskRoutes } from './urgent-page';
import { vesselRoutes } from './vessel-page';

/** The bureau desk: a person plays here what happens inside a bureau, and it reaches the BFF only by callbacks. */
export function deskRoutes(world: World): Routes {
  return {
    'GET /desk': () => ({ seeOther: '/desk/social-assistance' }),
    'GET /desk/desk.css': () => ({ text: STYLE, type: 'text/css' }),
    'GET /desk/live.js': () => ({ text: LIVE_SCRIPT, type: 'text/javascript' }),
    'GET /desk/pulse': () => ({ json: { version: world.version } }),
    'GET /desk/wechat': () => wechatPage(world.wechat),
    'GET /desk/sms': () => smsPage(world.sms),
    'GET /desk/staff': () => staffPage((number) => world.identity.codes.current(number)),
    ...meansRoutes(world),
    ...urgentDeskRoutes(world.urgent, fromTheDesk),
    ...registryDeskRoutes(world.registry, fromTheDesk),
    ...seaServiceRoutes(world.funeral, fromTheDesk),
    ...vesselRoutes(world.funeral, fromTheDesk),
    ...Object.assign({}, ...world.caseBureaus.map(caseRoutes)),
  };
}

function caseRoutes(bureau: CaseBureau): Routes {
  const base = `/desk/${bureau.code}`;
  return {
    [`GET ${base}`]: ({ query }: Incoming) => caseListPage(bureau, query.get('street') ?? undefined),
    [`GET ${base}/cases/:caseNo`]: ({ params }: Incoming) => {
      const record = findCase(bureau, params.caseNo ?? '');
      return record ? casePage(bureau, record) : notHere(bureau);
    },
    [`POST ${base}/cases/:caseNo/:act`]: fromTheDesk(
      async (request) => (await actOnCase(bureau, request)) ?? notHere(bureau),
    ),
    [`POST ${base}/hurry`]: fromTheDesk(async ({ headers }) => {
      bureau.callbacks.hurry();
      await letArrive(bureau.callbacks);
      return { seeOther: pathOf(headers.referer) ?? base };
    }),
  };
}

function meansRoutes({ means }: World): Routes {
  const back: Answer = { seeOther: '/desk/means-verification' };
  const formOf = ({ body }: Incoming): URLSearchParams => new URLSearchParams(body.toString('utf8'));
  return {
    'GET /desk/means-verification': () => meansPage(means.checks),
    'POST /desk/means-verification/mode': fromTheDesk((request) => {
      means.checks.setAutomatic(formOf(request).get('mode') === 'automatic');
      return back;
    }),
    'POST /desk/means-verification/checks/:checkNo/:act': fromTheDesk(async (request) => {
      const order = means.checks.find(request.params.checkNo ?? '');
      if (order && answerCheck(means.checks, order, request.params.act ?? '', formOf(request))) {
        await letArrive(means.checks.callbacks);
      }
      return back;
    }),
  };
}

/** Only the desk's own forms act: another site open in the same browser does not. */
function fromTheDesk(work: Route): Route {
  return (request) => {
    if (request.headers['sec-fetch-site'] === 'cross-site')
      return { json: { error: 'not from the desk' }, status: 403 };
    return work(request);
  };
}

function findCase(bureau: CaseBureau, caseNo: string): CaseRecord | undefined {
  try {
    return bureau.book.get(caseNo);
  } catch (error) {
    if (error instanceof CaseRefusal) return undefined;
    throw error;
  }
}

function notHere(bureau: CaseBureau): Answer {
  const body = html`<h1>没有这件申请</h1><p><a href="/desk/${bureau.code}">回到${bureau.title}</a></p>`;
  return deskPage(bureau.code, '没有这件申请', body, 404);
}

function pathOf(referer: string | undefined): string | undefined {
  return referer && URL.canParse(referer) ? new URL(referer).pathname : undefined;
}
