import type { Answer } from '../_kit/http-answer';
import { type CheckOrder, type Checks, figuresOf, HOSTILE_FIGURES, ITEMS } from '../means-verification/checks';
import type { Figures } from '../people';
import { type Html, html } from './html';
import { deskPage } from './layout';
import { sentMark } from './sent-mark';
import { momentWords } from './words';

const REASONS = [
  ['R01', '授权书验不过'],
  ['R02', '姓名与号码对不上'],
  ['R03', '数据源长时间没有应答'],
] as const;

const STATES: Readonly<Record<CheckOrder['state'], string>> = {
  waiting: '等报告',
  finished: '报告已出',
  impossible: '没有核对成',
  cancelled: '授权收回，已取消',
};

/** The checks asked for: answered by themselves, or figure by figure by hand. */
export function meansPage(checks: Checks): Answer {
  const all = checks.list();
  const waiting = all.filter(({ state }) => state === 'waiting');
  const body = html`<h1>经济核对</h1>
<div id="mode" data-live>
<form class="bar" method="post" action="/desk/means-verification/mode">
<p class="sub">${checks.automatic ? '现在自动回报告：来了以后约一秒。' : '现在手动：每一件由您填好再发。'}</p>
<button class="plain" name="mode" value="${checks.automatic ? 'by-hand' : 'automatic'}">${checks.automatic ? '改成手动' : '改成自动'}</button>
</form>
</div>
<datalist id="figures"><option value="N">查不到此人</option><option value="F">数据源没有应答</option>${HOSTILE_FIGURES.map((figure) => html`<option value="${figure}">不该有的数</option>`)}</datalist>
<div id="waiting" data-live>${waiting.map(orderForm)}</div>
<section class="card" id="checks" data-live><h2>全部核对</h2>${
    all.length === 0
      ? html`<p class="empty">还没有人来核对。</p>`
      : html`<table class="stack"><thead><tr><th scope="col">姓名</th><th scope="col">收到</th><th scope="col">情况</th><th scope="col">回告</th></tr></thead><tbody>${all.map((order) => line(checks, order))}</tbody></table>`
  }</section>`;
  return deskPage('means-verification', '经济核对', body);
}

function line(checks: Checks, order: CheckOrder): Html {
  return html`<tr><td>${order.name}</td><td>${momentWords(order.receivedAt)}</td><td>${STATES[order.state]}</td><td>${sentMark(checks.callbacks, order.eventId)}</td></tr>`;
}

function orderForm(order: CheckOrder): Html {
  const figures = figuresOf(order);
  const act = `/desk/means-verification/checks/${encodeURIComponent(order.checkNo)}`;
  return html`<section class="card"><h2>${order.name}</h2>
<p class="quiet">证件号 ${order.idNumber} · 授权书 ${order.authorisationNo}</p>
<form method="post" action="${act}/finish">
<div class="figures">${ITEMS.map(
    ({ figure, itemName, sourceName }) =>
      html`<label class="field"><span>${itemName} · ${sourceName}</span><input type="text" name="${figure}" list="figures" maxlength="40" autocomplete="off" required value="${figures[figure]}"></label>`,
  )}</div>
<p class="quiet">钱写元，如 1010.00；N 是查不到此人，F 是数据源没有应答。也可以选不该有的数，看平台怎么办。</p>
<button>发出报告</button>
</form>
<details><summary>核对不成</summary>
<form class="line" method="post" action="${act}/give-up">
<label class="field"><span>为什么</span><select name="reason">${REASONS.map(([code, words]) => html`<option value="${code}">${words}</option>`)}</select></label>
<button class="plain">告诉平台核对不成</button>
</form></details>
</section>`;
}

/** Sends what the form says; nothing when the check no longer waits. */
export function answerCheck(checks: Checks, order: CheckOrder, act: string, form: URLSearchParams): boolean {
  if (act === 'finish') {
    const given = ITEMS.map(({ figure }) => [figure, (form.get(figure) ?? 'N').slice(0, 40)] as const);
    // fromEntries forgets its keys; ITEMS names every figure once
    checks.finish(order, Object.fromEntries(given) as unknown as Figures);
    return true;
  }
  const reason = REASONS.find(([code]) => code === form.get('reason')) ?? REASONS[2];
  if (act === 'give-up') checks.giveUp(order, reason[0], reason[1]);
  return act === 'give-up';
}
