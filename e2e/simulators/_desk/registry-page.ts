import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { today } from '../_kit/clock';
import type { Answer, Incoming, Route, Routes } from '../_kit/http-answer';
import type { PassCheck } from '../marriage-registry/pass';
import type { Appointment, DeskQuery, Divorce, RegistryBook } from '../marriage-registry/registry-book';
import type { MarriageRegistry } from '../marriage-registry/simulator';
import { type Html, html } from './html';
import { deskPage } from './layout';
import { registryForms } from './registry-forms';
import { BIZ_WORDS, ORG_WORDS, QUERY_WORDS } from './registry-words';
import { letArrive, sentMark } from './sent-mark';

const PLACE = '/desk/marriage-registry';

/** 婚姻登记 at the desk: a pass is looked at, the second person says yes, the two steps of a divorce, a day is closed. */
export function registryDeskRoutes(registry: MarriageRegistry, fromTheDesk: (work: Route) => Route): Routes {
  const { book } = registry;
  const acting = (act: (form: URLSearchParams, params: Incoming['params']) => string | PassCheck | undefined): Route =>
    fromTheDesk(async ({ body, params }) => {
      const said = act(new URLSearchParams(body.toString('utf8')), params);
      await letArrive(book.callbacks);
      return said === undefined ? { seeOther: PLACE } : page(book, today(), said);
    });
  const forms = registryForms(registry);
  return {
    [`GET ${PLACE}`]: ({ query }) => page(book, dayIn(query.get('day'))),
    [`POST ${PLACE}/pass`]: acting(forms.pass),
    [`POST ${PLACE}/partner`]: acting(forms.partner),
    [`POST ${PLACE}/appointments/:apptNo/:act`]: acting(forms.appointment),
    [`POST ${PLACE}/divorces/:divorceNo/:act`]: acting(forms.divorce),
    [`POST ${PLACE}/closed-days`]: acting(forms.closeDay),
  };
}

function dayIn(text: string | null): string {
  return isCivilDate(text) ? text : today();
}

function page(book: RegistryBook, day: string, said?: string | PassCheck): Answer {
  const expected = book.on(day);
  const body = html`<h1>婚姻登记</h1>
${said !== undefined && html`<div data-live-at="${PLACE}">${answered(book, said)}</div>`}
<div class="two"><div>
<section class="card"><div class="bar"><h2>${day} 预约</h2>
<form class="line" method="get" action="${PLACE}"><label class="field"><span>看哪天</span><input type="date" name="day" value="${day}"></label><button class="plain">看</button></form></div>
<div id="expected" data-live>${
    expected.length === 0
      ? html`<p class="empty">这天还没有预约。</p>`
      : html`<ul class="rows">${expected.map((each) => appointmentRow(book, each))}</ul>`
  }</div></section>
<section class="card" id="divorces" data-live><h2>离婚登记申请</h2>${divorceRows(book)}</section>
</div><div>
${passForm()}
<section class="card"><h2>另一位到窗口点同意</h2>${partnerForm()}<div id="queries" data-live>${queryRows(book)}</div></section>
<section class="card"><h2>整天不开</h2>${closeForm()}<div id="closed" data-live>${closedRows(book)}</div></section>
</div></div>`;
  return deskPage('marriage-registry', '婚姻登记', body);
}

function answered(book: RegistryBook, said: string | PassCheck): Html {
  if (typeof said === 'string') return html`<p class="said" role="alert">${said}</p>`;
  if (!said.good) return html`<p class="said" role="alert">不能用：${said.why}</p>`;
  return html`<section class="card" role="status"><h2>可以办，已记到场</h2>${who(said.appointment)} ${sentMark(book.callbacks, said.appointment.eventId)}</section>`;
}

function who({ showNo, bizType, from, to, orgCode, persons, ceremony }: Appointment): Html {
  return html`<p><span class="who">${persons.map(({ name }) => name).join('、')}</span> · ${BIZ_WORDS[bizType]}${ceremony && '，要颁证仪式'}</p>
<p class="quiet">${showNo} · ${from}—${to} · ${ORG_WORDS(orgCode)} · 证件号 ${persons.map(({ certNo }) => certNo).join('、')}</p>`;
}

function stateOf({ state, arrivedAt, excused }: Appointment): string {
  if (state === 'cancelled') return '已取消';
  if (state === 'suspended') return '时间不开了，等换';
  if (arrivedAt !== undefined) return `到了 ${arrivedAt.slice(11, 16)}`;
  return excused === undefined ? '等来' : '没来，有原因';
}

function appointmentRow(book: RegistryBook, each: Appointment): Html {
  const act = `${PLACE}/appointments/${encodeURIComponent(each.apptNo)}`;
  return html`<li>${who(each)}
<div class="bar"><span class="pill ${each.state === 'booked' ? 'going' : 'waiting'}">${stateOf(each)}</span>${sentMark(book.callbacks, each.eventId)}
${each.bizType === 'LS' && each.state === 'booked' && html`<form method="post" action="${act}/accept-divorce"><button class="plain small">收下离婚登记申请</button></form>`}</div>
${each.state !== 'cancelled' && each.arrivedAt === undefined && html`<details><summary>没来，有原因</summary><form class="line" method="post" action="${act}/excuse"><label class="field"><span>写给本人看的原因</span><input type="text" name="reason" maxlength="100" required></label><button class="plain">不算爽约</button></form></details>`}</li>`;
}

function passForm(): Html {
  return html`<section class="card"><h2>看通行码</h2>
<form method="post" action="${PLACE}/pass">
<label class="field"><span>扫到的一串，或者念的预约号和口述码，中间空一格</span><input type="text" name="said" maxlength="120" autocomplete="off" required autofocus></label>
<button>看一看，记到场</button></form></section>`;
}

function partnerForm(): Html {
  return html`<form method="post" action="${PLACE}/partner">
<label class="field"><span>预约号</span><input type="text" name="showNo" maxlength="20" autocomplete="off" required></label>
<label class="field"><span>身份证上的姓名</span><input type="text" name="name" maxlength="64" autocomplete="off" required></label>
<label class="field"><span>公民身份号码</span><input type="text" name="certNo" maxlength="18" autocomplete="off" required></label>
<button>证看过了，本人同意</button></form>`;
}

function queryRows(book: RegistryBook): Html {
  return html`<ul class="rows">${book.listQueries().map((query) => html`<li>${query.person.name} · ${query.showNo} · ${answerOf(query)} ${sentMark(book.callbacks, query.eventId)}</li>`)}</ul>`;
}

function answerOf({ answer }: DeskQuery): string {
  if (answer === undefined) return '等平台答复';
  return `${QUERY_WORDS[answer.result] ?? answer.result}${answer.words === undefined ? '' : `：${answer.words}`}`;
}

const DIVORCE_STATES: Readonly<Record<Divorce['state'], string>> = {
  accepted: '已收下',
  withdrawn: '已撤回',
  done: '已发证',
};

function divorceRows(book: RegistryBook): Html {
  const all = book.listDivorces();
  if (all.length === 0) return html`<p class="empty">还没有收下的申请。</p>`;
  return html`<ul class="rows">${all.map((each) => {
    const act = `${PLACE}/divorces/${encodeURIComponent(each.divorceNo)}`;
    return html`<li><p><span class="who">${each.persons.map(({ name }) => name).join('、')}</span> · ${ORG_WORDS(each.orgCode)} · ${each.receivedDate} 收下</p>
<p class="quiet">${each.divorceNo} · ${DIVORCE_STATES[each.state]} ${sentMark(book.callbacks, each.eventId)}</p>
${each.state === 'accepted' && html`<div class="bar"><form method="post" action="${act}/withdraw"><button class="plain small">一方来撤回</button></form><form method="post" action="${act}/done"><button class="plain small">发离婚证</button></form></div>`}</li>`;
  })}</ul>`;
}

function closeForm(): Html {
  return html`<form method="post" action="${PLACE}/closed-days">
<label class="field"><span>哪一处（六位区划代码，或 TS01—TS06）</span><input type="text" name="orgCode" maxlength="6" autocomplete="off" required></label>
<label class="field"><span>哪一天</span><input type="date" name="date" required></label>
<label class="field"><span>写给居民看的原因</span><input type="text" name="reason" maxlength="100" required></label>
<button>这天不开</button></form>
<p class="quiet">预约不会取消：平台请每一对另选时间。</p>`;
}

function closedRows(book: RegistryBook): Html {
  return html`<ul class="rows">${book.listClosed().map((each) => html`<li>${ORG_WORDS(each.orgCode)} · ${each.date} · ${each.reason} ${sentMark(book.callbacks, each.eventId)}</li>`)}</ul>`;
}
