import type { Answer, Incoming, Route, Routes } from '../_kit/http-answer';
import { URGENT_ACTS, type UrgentAct, type UrgentBook, type UrgentRecord } from '../social-assistance/urgent';
import { type Html, html } from './html';
import { deskPage } from './layout';
import { letArrive, sentMark } from './sent-mark';
import { momentWords } from './words';

const PLACE = '/desk/urgent';
const acts = Object.entries(URGENT_ACTS) as [UrgentAct, { readonly title: string }][];

/** 救急难 at the desk: who asked, and what the clerks say they did. */
export function urgentDeskRoutes(book: UrgentBook, fromTheDesk: (work: Route) => Route): Routes {
  return {
    [`GET ${PLACE}`]: () => page(book),
    [`POST ${PLACE}/:requestNo`]: fromTheDesk(async (request) => {
      const problem = act(book, request);
      if (problem !== undefined) return page(book, problem);
      await letArrive(book.callbacks);
      return { seeOther: PLACE };
    }),
  };
}

function act(book: UrgentBook, { params, body }: Incoming): string | undefined {
  const record = book.find(params.requestNo ?? '');
  const form = new URLSearchParams(body.toString('utf8'));
  const wanted = form.get('act') ?? '';
  if (!record || !Object.hasOwn(URGENT_ACTS, wanted)) return '没有这个求助。';
  const words = (form.get('words') ?? '').trim().slice(0, 200) || undefined;
  if (wanted === 'handed-on' && words === undefined) return '转办要写明转给哪个单位。';
  book.act(record, wanted as UrgentAct, words);
  return undefined;
}

function page(book: UrgentBook, problem?: string): Answer {
  const all = book.list();
  return deskPage(
    'urgent',
    '急难求助',
    html`<h1>急难求助</h1>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<div id="urgent" data-live>${
      all.length === 0 ? html`<p class="empty">现在没有人求助。</p>` : all.map((record) => card(book, record))
    }</div>`,
  );
}

function card(book: UrgentBook, record: UrgentRecord): Html {
  const { requestNo, number, kinds, office, place, name, forSomebodyElse, words, phone, findAt, reminders } = record;
  return html`<section class="card"><h2>${kinds.join('、')}</h2>
<p class="quiet">${number} · ${momentWords(record.receivedAt)}${reminders > 0 && html` · <strong>催过 ${reminders} 次</strong>`}</p>
<p>${[name ?? '没留名字', forSomebodyElse ? '（别人替他求助）' : ''].join('')}，在${[office?.name, place].filter(Boolean).join('，')}</p>
<p>${[phone && `电话 ${phone}`, findAt && `到${findAt}找`].filter(Boolean).join('，')}</p>
${words && html`<p>${words}</p>`}
${record.told.length > 0 && html`<ul class="rows">${record.told.map((each) => html`<li>${URGENT_ACTS[each.act].title}${each.words && `：${each.words}`} · ${momentWords(each.at)} ${sentMark(book.callbacks, each.eventId)}</li>`)}</ul>`}
<form method="post" action="${PLACE}/${encodeURIComponent(requestNo)}">
<label class="field"><span>给了什么，或转给哪个单位</span><input type="text" name="words" maxlength="60" autocomplete="off"></label>
<div class="bar">${acts.map(([code, { title }]) => html`<button class="plain" name="act" value="${code}">${title}</button>`)}</div>
</form>
</section>`;
}
