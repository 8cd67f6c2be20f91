import type { CaseBureau } from '../_kit/case-bureau';
import type { CaseRecord } from '../_kit/case-record';
import type { Answer } from '../_kit/http-answer';
import { type Html, html } from './html';
import { deskPage } from './layout';
import { momentWords, overdueWords, stateOf, titlesInLists } from './words';

/** The cases of a bureau, newest first, of one street or of all. */
export function caseListPage(bureau: CaseBureau, street: string | undefined): Answer {
  const all = bureau.book.list();
  const shown = street ? all.filter(({ office }) => office.code === street) : all;
  const late = shown.filter((record) => overdueWords(record, bureau)).length;
  return deskPage(
    bureau.code,
    bureau.title,
    html`<h1>${bureau.title}</h1>
<div id="cases" data-live>
<p class="sub">${shown.length} 件${late > 0 && html`，<strong>${late} 件过期</strong>`}${street && html` · ${shown[0]?.office.name ?? street}`}</p>
${streets(bureau, all, street)}
<div class="card">${
      shown.length === 0
        ? html`<p class="empty">还没有人递来申请。居民在小程序里递交以后，会出现在这里。</p>`
        : html`<ul class="rows cases">${shown.map((record) => row(bureau, record))}</ul>`
    }</div>
</div>`,
  );
}

function streets(bureau: CaseBureau, all: readonly CaseRecord[], chosen: string | undefined): Html | undefined {
  const named = new Map(all.map(({ office }) => [office.code, office.name]));
  if (named.size === 0) return undefined;
  const chip = (code: string | undefined, name: string): Html => {
    const here = code === chosen;
    return html`<a href="/desk/${bureau.code}${code && `?street=${encodeURIComponent(code)}`}"${here && html` aria-current="true"`}>${name}</a>`;
  };
  return html`<div class="chips" role="group" aria-label="街道">${chip(undefined, '全部街道')}${[...named].map(([code, name]) => chip(code, name))}</div>`;
}

function row(bureau: CaseBureau, record: CaseRecord): Html {
  const state = stateOf(record);
  const late = overdueWords(record, bureau);
  return html`<li><a href="/desk/${bureau.code}/cases/${encodeURIComponent(record.caseNo)}">
<span class="who">${record.applicant.name}</span>
<span class="what">${titlesInLists(record, bureau)}</span>
<span class="where">${record.office.name}</span>
<span class="when">${momentWords(record.filedAt)}</span>
<span class="pills"><span class="pill ${state.tone}">${state.text}</span>${late && html`<span class="pill late">${late}</span>`}</span>
</a></li>`;
}
