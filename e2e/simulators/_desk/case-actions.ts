import { addDays } from '@jinmen/shared/kernel/civil-date';
import { waitsForPapers } from '../_kit/case-book';
import { type BureauProgramme, type CaseBureau, programmeOf } from '../_kit/case-bureau';
import { type CaseItem, type CaseRecord, isClosed } from '../_kit/case-record';
import { today } from '../_kit/clock';
import { type Html, html } from './html';
import { PERS } from './words';

const DAYS_FOR_PAPERS = 14;

/** Everything a clerk can do with a case as it stands. */
export function caseActions(bureau: CaseBureau, record: CaseRecord): Html {
  if (isClosed(record)) return html`<section class="card"><h2>经办</h2><p>这件办完了，不用再做什么。</p></section>`;
  const act = `/desk/${bureau.code}/cases/${encodeURIComponent(record.caseNo)}`;
  const accepted = record.acceptedOn !== undefined;
  return html`<section class="card"><h2>经办</h2>
${!accepted && html`<form method="post" action="${act}/accept"><button>收下</button></form>`}
${waitsForPapers(record) ? receivePapers(act, record) : askPapers(act, bureau)}
${accepted && visit(act)}
${accepted && bureau.publicises && !record.publicised && publicise(act)}
</section>
${
  accepted
    ? record.items.filter(({ state }) => state === 'open').map((item) => decide(act, bureau, item, record.filedAt))
    : html`<p class="quiet">收下以后才能做决定。</p>`
}`;
}

function askPapers(act: string, bureau: CaseBureau): Html {
  return html`<details><summary>要材料</summary>
<form method="post" action="${act}/ask-papers">
${bureau.usualPapers.map((name) => html`<label class="tick"><input type="checkbox" name="paper" value="${name}">${name}</label>`)}
<label class="field"><span>别的材料，一行一样</span><textarea name="more" maxlength="600"></textarea></label>
<label class="field"><span>最晚哪天交</span><input type="date" name="by" required min="${today()}" value="${addDays(today(), DAYS_FOR_PAPERS)}"></label>
<button>发出补材料通知</button>
</form></details>`;
}

function receivePapers(act: string, { paperRequest }: CaseRecord): Html {
  const missing = paperRequest?.papers.filter(({ receivedOn }) => !receivedOn) ?? [];
  return html`<h3>等这些材料</h3><ul class="rows">${missing.map(
    ({ name }) => html`<li><form class="bar" method="post" action="${act}/receive-papers"><span>${name}</span>
<button class="plain small" name="paper" value="${name}" aria-label="收到了：${name}">收到了</button></form></li>`,
  )}</ul>`;
}

function visit(act: string): Html {
  return html`<details><summary>上门看过</summary>
<form class="line" method="post" action="${act}/visit">
<label class="field"><span>哪天去的</span><input type="date" name="on" required max="${today()}" value="${today()}"></label>
<button>记下上门</button></form></details>`;
}

function publicise(act: string): Html {
  return html`<details><summary>公示</summary>
<form class="line" method="post" action="${act}/publicise">
<label class="field"><span>从哪天起，贴 7 天</span><input type="date" name="from" required value="${today()}"></label>
<button>开始公示</button></form></details>`;
}

function decide(act: string, bureau: CaseBureau, item: CaseItem, filedAt: string): Html {
  const month = bureau.paysFrom === 'month-of-application' ? filedAt.slice(0, 7) : nextMonth();
  const programme = programmeOf(bureau, item.programme);
  return html`<section class="card"><h2>${programme.title}</h2>
<details><summary>批准</summary>${approve(act, programme, month)}</details>
<details><summary>不批准</summary>${refuse(act, programme)}</details>
</section>`;
}

function approve(act: string, { code, pers, mayBeUnpaid }: BureauProgramme, month: string): Html {
  return html`<form method="post" action="${act}/decide">
<input type="hidden" name="programme" value="${code}"><input type="hidden" name="outcome" value="approved">
<div class="line">
<label class="field"><span>多少元</span><input type="text" name="yuan" inputmode="decimal" maxlength="12" autocomplete="off"${!mayBeUnpaid && html` required`}></label>
<label class="field"><span>怎么发</span><select name="per">${pers.map((per) => html`<option value="${per}">${PERS[per]}</option>`)}</select></label>
${!pers.includes('once') && html`<label class="field"><span>从哪个月起</span><input type="month" name="fromMonth" value="${month}"></label>`}
</div>
${mayBeUnpaid && html`<p class="hint">只认定、不发钱的，钱数空着。</p>`}
<button>批准</button></form>`;
}

function refuse(act: string, { code, clauses }: BureauProgramme): Html {
  return html`<form method="post" action="${act}/decide">
<input type="hidden" name="programme" value="${code}"><input type="hidden" name="outcome" value="refused">
${clauses.map((clause) => html`<label class="tick"><input type="radio" name="clause" value="${clause}">${clause}</label>`)}
<label class="field"><span>或者自己写依据的条款</span><textarea name="typed" maxlength="180"></textarea></label>
<label class="field"><span>条款编号，有的话</span><input type="text" name="typedNo" maxlength="12" autocomplete="off"></label>
<button class="plain">不批准</button></form>`;
}

/** Relief begins in the month after the decision (policy-facts A.9). */
function nextMonth(): string {
  const [year = 0, month = 1] = today().split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}
