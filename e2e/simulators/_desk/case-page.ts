import { type CaseBureau, programmeOf } from '../_kit/case-bureau';
import type { CaseItem, CaseRecord, Check } from '../_kit/case-record';
import type { Answer } from '../_kit/http-answer';
import { caseActions } from './case-actions';
import { type Html, html } from './html';
import { deskPage } from './layout';
import { matterSections } from './matters/matters';
import { sentMark } from './sent-mark';
import { momentWords, overdueWords, PERS, programmeTitles, stateOf } from './words';

/** One case: what was handed in on the left, what a clerk can do and what was done on the right. */
export function casePage(bureau: CaseBureau, record: CaseRecord, said?: string): Answer {
  const { applicant } = record;
  const body = html`<p><a href="/desk/${bureau.code}">← ${bureau.title}的全部申请</a></p>
${said && html`<p class="said" role="alert">${said}</p>`}
<h1>${applicant.name}</h1>
<div id="where" data-live><p class="sub">${programmeTitles(record, bureau)} · ${record.office.name} · ${record.flowNo}
${states(bureau, record)}</p></div>
<div class="two">
<div id="facts" data-live>
${applicantCard(bureau, record)}
${record.items.map((item) => itemCard(bureau, item))}
${record.statement && html`<section class="card"><h2>自己写的情况</h2><p>${record.statement}</p></section>`}
${papersCard(record)}
${record.checks.map(checkCard)}
</div>
<div>
<div id="actions" data-live>${caseActions(bureau, record)}</div>
<div id="matters" data-live>${matterSections(bureau, record)}</div>
<section class="card" id="history" data-live><h2>经过</h2>${historyList(bureau, record)}</section>
</div>
</div>`;
  return deskPage(bureau.code, applicant.name, body, said ? 409 : 200);
}

function states(bureau: CaseBureau, record: CaseRecord): Html {
  const state = stateOf(record);
  const late = overdueWords(record, bureau);
  return html`<span class="pill ${state.tone}">${state.text}</span> ${late && html`<span class="pill late">${late}</span>`}`;
}

function applicantCard({ about }: CaseBureau, { applicant, members, meansAuthorised }: CaseRecord): Html {
  return html`<section class="card"><h2>${about ?? '申请人'}</h2>
<dl>
<dt>姓名</dt><dd>${applicant.name}</dd>
<dt>证件号</dt><dd>${applicant.idNumber}</dd>
<dt>电话</dt><dd>${applicant.phone}</dd>
<dt>住址</dt><dd>${applicant.address}</dd>
${meansAuthorised !== undefined && html`<dt>核对授权</dt><dd>${meansAuthorised ? '签了' : '还没签'}</dd>`}
</dl>
<h3>一起生活的家人</h3>
${
  members.length === 0
    ? html`<p class="quiet">没有填别人</p>`
    : html`<table class="stack"><thead><tr><th scope="col">姓名</th><th scope="col">关系</th><th scope="col">证件号</th></tr></thead><tbody>${members.map(
        ({ name, relation, idNumber }) =>
          html`<tr><td>${name}</td><td>${relation}</td><td class="num">${idNumber}</td></tr>`,
      )}</tbody></table>`
}
</section>`;
}

function itemCard(bureau: CaseBureau, item: CaseItem): Html {
  const { title } = programmeOf(bureau, item.programme);
  return html`<section class="card"><div class="bar"><h2>${title}</h2>${outcome(item)}</div>
${
  item.declared.length === 0
    ? html`<p class="quiet">没有自报的情况</p>`
    : html`<dl class="facts">${item.declared.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
}
${item.decision?.outcome === 'refused' && html`<p>依据：${item.decision.clause}</p>`}
</section>`;
}

function outcome({ state, decision }: CaseItem): Html | undefined {
  if (state === 'withdrawn') return html`<span class="pill">已撤回</span>`;
  if (decision?.outcome === 'refused') return html`<span class="pill late">没有批准 · ${decision.on}</span>`;
  if (decision?.outcome !== 'approved') return undefined;
  const { yuan, per, fromMonth, on } = decision;
  const money = yuan && per ? ` · ${PERS[per]} ${yuan} 元` : '';
  return html`<span class="pill delivered">批准 · ${on}${money}${fromMonth && ` · ${fromMonth} 起`}</span>`;
}

function papersCard({ papers, paperRequest }: CaseRecord): Html {
  return html`<section class="card"><h2>材料</h2>
<p>${papers.length === 0 ? html`<span class="quiet">递交时没有列材料</span>` : papers.join('、')}</p>
${
  paperRequest &&
  html`<h3>要补的（最晚 ${paperRequest.by}）</h3><ul class="rows">${paperRequest.papers.map(
    ({ name, receivedOn }) =>
      html`<li>${name} ${receivedOn ? html`<span class="pill delivered">${receivedOn} 收到</span>` : html`<span class="pill waiting">还没到</span>`}</li>`,
  )}</ul>`
}
</section>`;
}

function checkCard({ on, figures, impossible }: Check): Html {
  return html`<section class="card"><h2>经济状况核对</h2>
<p class="quiet">${on.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')}</p>
${
  impossible
    ? html`<p>没有核对成：${impossible}</p>`
    : html`<table class="stack"><thead><tr><th scope="col">项目</th><th scope="col">核对到的</th><th scope="col">从哪里来</th></tr></thead><tbody>${figures.map(
        ({ label, value, from }) => html`<tr><td>${label}</td><td class="num">${value}</td><td>${from}</td></tr>`,
      )}</tbody></table>`
}
</section>`;
}

function historyList(bureau: CaseBureau, { history }: CaseRecord): Html {
  const waits = history.some(({ eventId }) => eventId && bureau.callbacks.find(eventId)?.state === 'waiting');
  return html`<ol class="history">${[...history]
    .reverse()
    .map(
      ({ at, text, eventId }) =>
        html`<li><time datetime="${at}">${momentWords(at)}</time><span>${text}<br>${sentMark(bureau.callbacks, eventId)}</span></li>`,
    )}</ol>
${waits && html`<form method="post" action="/desk/${bureau.code}/hurry"><button class="plain small">现在再发一次</button></form>`}`;
}
