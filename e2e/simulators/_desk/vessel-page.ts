import { today } from '../_kit/clock';
import type { Answer, Route, Routes } from '../_kit/http-answer';
import type { Order, Passenger, Voyage } from '../funeral-affairs/order';
import type { PassCheck } from '../funeral-affairs/pass';
import type { SeaBook } from '../funeral-affairs/sea-book';
import type { FuneralAffairs } from '../funeral-affairs/simulator';
import { type Html, html } from './html';
import { deskPage } from './layout';
import { vesselForms } from './sea-forms';
import { ashesWords, MODE_WORDS, papersWords, passengerName, voyageWords } from './sea-words';
import { letArrive, sentMark } from './sent-mark';

const PLACE = '/desk/vessel';

/** 登船: the manifest of a voyage, who is aboard, when it left, where it was done. Works without the platform. */
export function vesselRoutes(funeral: FuneralAffairs, fromTheDesk: (work: Route) => Route): Routes {
  const { book } = funeral;
  const forms = vesselForms(funeral);
  const acting = (act: (form: URLSearchParams, voyageNo: string) => string | PassCheck | undefined): Route =>
    fromTheDesk(async ({ body, params: { voyageNo = '' } }) => {
      const said = act(new URLSearchParams(body.toString('utf8')), voyageNo);
      await letArrive(book.callbacks);
      return said === undefined ? { seeOther: addressOf(voyageNo) } : page(book, voyageNo, said);
    });
  return {
    [`GET ${PLACE}`]: ({ query }) => page(book, query.get('voyage') ?? nextOf(book)?.voyageNo),
    [`POST ${PLACE}/:voyageNo/pass`]: acting(forms.pass),
    [`POST ${PLACE}/:voyageNo/board`]: acting(forms.board),
    [`POST ${PLACE}/:voyageNo/off`]: acting(forms.callOff),
    [`POST ${PLACE}/:voyageNo/sail`]: acting(forms.sail),
    [`POST ${PLACE}/:voyageNo/scatter`]: acting(forms.scatter),
  };
}

const actsOf = (voyageNo: string): string => `${PLACE}/${encodeURIComponent(voyageNo)}`;
const addressOf = (voyageNo: string): string => `${PLACE}?voyage=${encodeURIComponent(voyageNo)}`;

/** Today's, or the next. */
function nextOf(book: SeaBook): Voyage | undefined {
  const all = book.voyages();
  return all.find(({ date }) => date >= today()) ?? all.at(-1);
}

function page(book: SeaBook, voyageNo = '', said?: string | PassCheck): Answer {
  const voyage = book.voyages().find((each) => each.voyageNo === voyageNo);
  const chips = html`<div class="chips">${book
    .voyages()
    .map(
      (each) =>
        html`<a href="${addressOf(each.voyageNo)}"${each.voyageNo === voyageNo && html` aria-current="page"`}>${voyageWords(each)}</a>`,
    )}</div>`;
  const body = html`<h1>登船</h1>${chips}
${said !== undefined && html`<div data-live-at="${addressOf(voyageNo)}">${answered(book, said, actsOf(voyageNo))}</div>`}
${voyage ? desk(book, voyage) : html`<div class="card"><p class="empty">还没有哪一班有人。</p></div>`}`;
  return deskPage('vessel', '登船', body);
}

function desk(book: SeaBook, voyage: Voyage): Html {
  const { voyageNo, gather, gatherPlace, sail } = voyage;
  const families = book.on(voyageNo);
  const act = actsOf(voyageNo);
  return html`<div class="two"><div>
<section class="card" id="manifest" data-live><h2>名单</h2>
<p class="quiet">${gather} ${gatherPlace}集合，${sail} 开船。${countWords(book, families)}</p>
${
  families.length === 0
    ? html`<p class="empty">这一班现在没有人。</p>`
    : html`<ul class="rows">${families.map((order) => familyRow(book, order, act))}</ul>`
}</section>
</div><div>
<section class="card"><h2>看登船码</h2><form method="post" action="${act}/pass">
<label class="field"><span>扫到的一串，或者念的登船号和口述码，中间空一格</span><input type="text" name="said" maxlength="120" autocomplete="off" required autofocus></label>
<button>看一看，上船</button></form><p class="quiet">断了网也能看：码上的印记自己会说。</p></section>
<section class="card"><h2>还差谁</h2><div id="missing" data-live>${missing(book, families)}</div></section>
${sailing(book, voyage, families, act)}
</div></div>`;
}

function answered(book: SeaBook, said: string | PassCheck, act: string): Html {
  if (typeof said === 'string') return html`<p class="said" role="alert">${said}</p>`;
  if (!said.good) {
    return html`<p class="said" role="alert">不能上船：${said.why}</p>${
      said.passNo !== undefined &&
      html`<form class="card" method="post" action="${act}/board"><input type="hidden" name="passNo" value="${said.passNo}"><button class="plain">看过人了，请上船</button></form>`
    }`;
  }
  const { passNo, order, passenger } = said;
  const mark = sentMark(book.callbacks, book.boardingOf(passNo)?.eventId);
  if (!order) {
    return html`<section class="card" role="status"><h2>可以上船</h2><p>${passNo} 码是真的，这一家的名单还没到。先请上船，名单到了会对上。</p>${mark}</section>`;
  }
  return html`<section class="card" role="status"><h2>可以上船</h2><p><span class="who">${passenger ? passengerName(passenger) : passNo}</span> · ${order.party.deceased}的家人</p>
${passenger && html`<p>${needs(passenger)}</p>`}${mark}</section>`;
}

function seatsOf(families: readonly Order[]): readonly Passenger[] {
  return families.flatMap(({ party }) => party.persons.filter(({ side }) => side === 'C'));
}

function countWords(book: SeaBook, families: readonly Order[]): string {
  const seats = seatsOf(families);
  const aboard = seats.filter(({ passNo }) => book.boardingOf(passNo));
  return `${families.length} 家，上船 ${seats.length} 位，已到 ${aboard.length} 位。`;
}

function missing(book: SeaBook, families: readonly Order[]): Html {
  const waited = seatsOf(families).filter(({ passNo }) => !book.boardingOf(passNo));
  if (waited.length === 0) return html`<p class="quiet">都到了。</p>`;
  return html`<ul class="rows">${waited.map((each) => html`<li>${passengerName(each)} · ${each.passNo}</li>`)}</ul>`;
}

function familyRow(book: SeaBook, order: Order, act: string): Html {
  const { showNo, applyNo, party, eventId } = order;
  const toBoard = party.persons.filter(({ side, passNo }) => side === 'C' && !book.boardingOf(passNo));
  return html`<li><p><span class="who">${party.deceased}</span> · ${MODE_WORDS[party.mode]} · ${ashesWords(party)}</p>
<p class="quiet">${showNo} · ${applyNo} · ${party.applicant.name} ${party.applicant.phone ?? ''} · ${papersWords(party)}</p>
<ul class="rows">${party.persons.map((each) => personRow(book, each))}</ul>
<div class="bar"><span class="pill ${order.scattered || order.absentAt ? 'done' : 'going'}">${stateWords(order)}</span>${sentMark(book.callbacks, eventId)}
${toBoard.length > 0 && html`<form method="post" action="${act}/board">${toBoard.map(({ passNo }) => html`<input type="hidden" name="passNo" value="${passNo}">`)}<button class="plain small">一家都上船了</button></form>`}</div></li>`;
}

function stateWords({ scattered, absentAt, party }: Order): string {
  if (scattered) return `送行了 ${scattered.at.slice(11, 16)} · ${scattered.lat}, ${scattered.lon}`;
  if (absentAt) return '开船时没有来';
  return party.mode === 'DS' ? '由我们送' : '等送行';
}

function personRow(book: SeaBook, person: Passenger): Html {
  const boarding = book.boardingOf(person.passNo);
  const where = person.side === 'A' ? '岸上等候' : boarding ? `上船了 ${boarding.at.slice(11, 16)}` : '等上船';
  return html`<li>${passengerName(person)} · ${person.passNo} · ${where} ${sentMark(book.callbacks, boarding?.eventId)}${needs(person) !== '' && html`<p class="quiet">${needs(person)}</p>`}</li>`;
}

function needs({ age, wheelchair, health }: Passenger): string {
  return [age && `${age} 岁`, wheelchair && '轮椅', health && `请医生知道：${health}`].filter(Boolean).join(' · ');
}

function sailing(book: SeaBook, { voyageNo }: Voyage, families: readonly Order[], act: string): Html {
  const at = book.sailedAt(voyageNo);
  if (at === undefined) {
    return html`<section class="card"><h2>开船</h2><form method="post" action="${act}/sail"><button>开船了</button></form>
<p class="quiet">没有来的家庭，报名还在，平台会和他们说。</p>
<details><summary>今天不能开</summary><form method="post" action="${act}/off"><label class="field"><span>写给家人看的原因</span><input type="text" name="reason" maxlength="100" autocomplete="off" required></label><button class="plain">告诉平台，这一班不开</button></form>
<p class="quiet">一家也不取消：平台替每一家另找日子。</p></details>${sentMark(book.callbacks, book.offOf(voyageNo))}</section>`;
  }
  const waiting = families.filter(({ absentAt, scattered }) => !absentAt && !scattered);
  return html`<section class="card"><h2>${at.slice(11, 16)} 开的船</h2>${
    waiting.length === 0
      ? html`<p class="quiet">都送行了。</p>`
      : html`<form method="post" action="${act}/scatter">
<label class="field"><span>哪一家</span><select name="showNo"><option value="">船上所有的家庭</option>${waiting.map(({ showNo, party }) => html`<option value="${showNo}">${party.deceased} ${showNo}</option>`)}</select></label>
<label class="field"><span>什么时刻（不写就是现在）</span><input type="text" name="time" maxlength="5" placeholder="09:41" autocomplete="off"></label>
<div class="line"><label class="field"><span>北纬</span><input type="text" name="lat" maxlength="12" autocomplete="off" required></label>
<label class="field"><span>东经</span><input type="text" name="lon" maxlength="12" autocomplete="off" required></label></div>
<button>已经送行，报告位置</button></form>`
  }</section>`;
}
