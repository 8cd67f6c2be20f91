import type { Answer, Route, Routes } from '../_kit/http-answer';
import { PAPERS, type Voyage } from '../funeral-affairs/order';
import type { AskedByPhone, SeaBook } from '../funeral-affairs/sea-book';
import type { FuneralAffairs } from '../funeral-affairs/simulator';
import { type Html, html } from './html';
import { deskPage } from './layout';
import { serviceForms } from './sea-forms';
import { MODE_WORDS, PAPER_WORDS, RESULT_WORDS, voyageWords } from './sea-words';
import { letArrive, sentMark } from './sent-mark';

const PLACE = '/desk/funeral-affairs';
const DEATHS = '/desk/death-registry';

/** 殡仪服务总站: somebody phones or comes; papers are seen ahead; and the small registry of deaths. */
export function seaServiceRoutes(funeral: FuneralAffairs, fromTheDesk: (work: Route) => Route): Routes {
  const { book } = funeral;
  const forms = serviceForms(funeral);
  const acting = (
    act: (form: URLSearchParams) => string | undefined,
    place: string,
    page: (book: SeaBook, said?: string) => Answer,
  ): Route =>
    fromTheDesk(async ({ body }) => {
      const said = act(new URLSearchParams(body.toString('utf8')));
      await letArrive(book.callbacks);
      return said === undefined ? { seeOther: place } : page(book, said);
    });
  return {
    [`GET ${PLACE}`]: () => servicePage(book),
    [`POST ${PLACE}/phone`]: acting(forms.phoneIn, PLACE, servicePage),
    [`POST ${PLACE}/papers`]: acting(forms.seePapers, PLACE, servicePage),
    [`GET ${DEATHS}`]: () => deathsPage(book),
    [`POST ${DEATHS}`]: acting(forms.registerDeath, DEATHS, deathsPage),
  };
}

function servicePage(book: SeaBook, said?: string): Answer {
  const body = html`<h1>殡仪服务总站</h1>
<p class="sub">骨灰撒海的服务台：接电话、看材料。登船在<a href="/desk/vessel">登船</a>。</p>
${said !== undefined && html`<p class="said" role="alert" data-live-at="${PLACE}">${said}</p>`}
<div class="two"><div>
<section class="card"><h2>电话和上门报名</h2><div id="asked" data-live>${askedRows(book)}</div></section>
<section class="card"><h2>有位置的家庭</h2><div id="orders" data-live>${orderRows(book)}</div></section>
</div><div>
<section class="card"><h2>替来电的人报名</h2>${phoneForm(book.voyages())}</section>
<section class="card"><h2>材料提前看过</h2>${papersForm()}<div id="papers" data-live>${papersRows(book)}</div></section>
</div></div>`;
  return deskPage('funeral-affairs', '殡仪服务总站', body);
}

function askedRows(book: SeaBook): Html {
  const all = book.listAsked();
  if (all.length === 0) return html`<p class="empty">还没有人打电话来。</p>`;
  return html`<ul class="rows">${all.map(
    (
      each,
    ) => html`<li><p><span class="who">${each.query.applicant.name}</span> 送 ${each.query.deceased.name} · ${MODE_WORDS[each.query.mode]} · 上船 ${each.query.aboard} 位</p>
<p class="quiet">${each.query.queryNo} · 回电 ${each.query.applicant.phone}</p>
<p>${answerWords(each)} ${sentMark(book.callbacks, each.eventId)}</p></li>`,
  )}</ul>`;
}

function answerWords({ answer }: AskedByPhone): string {
  if (answer === undefined) return '等平台答复';
  const numbers = [answer.showNo, answer.applyNo].filter((each) => each !== undefined).join(' · ');
  return [RESULT_WORDS[answer.result] ?? answer.result, numbers, answer.words].filter(Boolean).join('：');
}

function orderRows(book: SeaBook): Html {
  const all = book.listOrders();
  if (all.length === 0) return html`<p class="empty">还没有收到。</p>`;
  const states = { booked: '', suspended: '，船不开了，等换', cancelled: '，已取消' } as const;
  return html`<ul class="rows">${all.map(
    ({
      showNo,
      applyNo,
      party,
      voyage,
      state,
    }) => html`<li><p><span class="who">${party.deceased}</span> · ${MODE_WORDS[party.mode]} · ${voyageWords(voyage)}${states[state]}</p>
<p class="quiet">${showNo} · ${applyNo} · ${party.applicant.name} ${party.applicant.phone ?? '没有留电话'}</p></li>`,
  )}</ul>`;
}

function phoneForm(voyages: readonly Voyage[]): Html {
  return html`<form method="post" action="${PLACE}/phone">
<label class="field"><span>来电人姓名</span><input type="text" name="name" maxlength="64" autocomplete="off" required></label>
<label class="field"><span>来电人公民身份号码</span><input type="text" name="certNo" maxlength="18" autocomplete="off" required></label>
<label class="field"><span>回电号码</span><input type="text" name="phone" maxlength="12" autocomplete="off" required></label>
<label class="field"><span>逝者姓名</span><input type="text" name="deceased" maxlength="64" autocomplete="off" required></label>
<label class="field"><span>逝者公民身份号码（不知道就空着）</span><input type="text" name="deceasedNo" maxlength="18" autocomplete="off"></label>
<label class="field"><span>去世日期（不知道就空着）</span><input type="date" name="deathDate"></label>
<label class="field"><span>怎么送</span><select name="mode">${Object.entries(MODE_WORDS).map(([code, name]) => html`<option value="${code}">${name}</option>`)}</select></label>
<div class="line"><label class="field"><span>几位上船</span><input type="text" name="aboard" inputmode="numeric" maxlength="2" value="0"></label>
<label class="field"><span>几位在岸上等</span><input type="text" name="ashore" inputmode="numeric" maxlength="2" value="0"></label></div>
<label class="field"><span>哪一班（不写就由总站安排）</span><input type="text" name="voyageNo" maxlength="64" autocomplete="off" list="voyages"></label>
<datalist id="voyages">${voyages.map((voyage) => html`<option value="${voyage.voyageNo}">${voyageWords(voyage)}</option>`)}</datalist>
<label class="field"><span>带来看了的</span><select name="seen"><option value="">没有，或者是打电话的</option><option value="family">去世的和亲属关系的都看过</option></select></label>
<button>替他报名</button></form>`;
}

function papersForm(): Html {
  return html`<form method="post" action="${PLACE}/papers">
<label class="field"><span>报名号</span><input type="text" name="applyNo" maxlength="20" autocomplete="off" required></label>
${PAPERS.map((paper) => html`<label class="tick"><input type="checkbox" name="papers" value="${paper}"><span>${PAPER_WORDS[paper]}</span></label>`)}
<button>这些看过了</button></form>`;
}

function papersRows(book: SeaBook): Html {
  return html`<ul class="rows">${book
    .listPapers()
    .map(
      ({ applyNo, papers, eventId }) =>
        html`<li>${applyNo} · ${papers.map((paper) => PAPER_WORDS[paper]).join('、')} ${sentMark(book.callbacks, eventId)}</li>`,
    )}</ul>`;
}

function deathsPage(book: SeaBook, said?: string): Answer {
  const all = book.listDeaths();
  const body = html`<h1>死亡登记</h1>
<p class="sub">核实一件去世的登记，平台就知道了。</p>
${said !== undefined && html`<p class="said" role="alert" data-live-at="${DEATHS}">${said}</p>`}
<div class="two"><section class="card" id="deaths" data-live>${
    all.length === 0
      ? html`<p class="empty">还没有登记。</p>`
      : html`<ul class="rows">${all.map((each) => html`<li><p><span class="who">${each.name}</span> · ${each.deathDate}</p><p class="quiet">${each.certNo} · 证明 ${each.paperNo} ${sentMark(book.callbacks, each.eventId)}</p></li>`)}</ul>`
  }</section>
<section class="card"><form method="post" action="${DEATHS}">
<label class="field"><span>逝者姓名</span><input type="text" name="name" maxlength="64" autocomplete="off" required></label>
<label class="field"><span>公民身份号码</span><input type="text" name="certNo" maxlength="18" autocomplete="off" required></label>
<label class="field"><span>去世日期</span><input type="date" name="deathDate" required></label>
<label class="field"><span>死亡证明编号（不写就是公民身份号码）</span><input type="text" name="paperNo" maxlength="64" autocomplete="off"></label>
<button>核实，记下</button></form></section></div>`;
  return deskPage('death-registry', '死亡登记', body);
}
