import { addDays } from '@jinmen/shared/kernel/civil-date';
import { CaseRefusal } from '../../_kit/case-book';
import type { CaseRecord } from '../../_kit/case-record';
import { today } from '../../_kit/clock';
import { commitmentOf, type PaperPage, papersOf, type ReceivedPaper } from '../../_kit/common/papers';
import { type Act, dayOf } from '../act';
import { type Html, html } from '../html';
import type { DeskMatter } from './matter';

/** How long somebody has to take a photo again, unless the clerk says otherwise. */
const DAYS_TO_RETAKE = 7;

const markUnreadable: Act = ({ book }, caseNo, form) => {
  const record = book.get(caseNo);
  const paper = papersOf(record).find(({ kind }) => kind === form.get('kind'));
  if (!paper || paper.unreadableBy) throw new CaseRefusal('not-now');
  const by = dayOf(form, 'by');
  paper.unreadableBy = by;
  const asked = record.paperRequest?.papers.find(({ name }) => name === paper.name);
  if (asked) delete asked.receivedOn;
  book.say(caseNo, { type: 'TY_PAPER_UNREADABLE', data: { kind: paper.kind, by } }, `${paper.name}看不清，请本人重拍`);
};

/** What was photographed, what is promised and by when; what nobody can read goes back to be taken again. */
export const papersMatter: DeskMatter = {
  title: '交来的材料',
  section: (_bureau, record, act) => {
    const papers = papersOf(record);
    const promised = promisedIn(record);
    if (papers.length === 0 && promised.length === 0) return undefined;
    return html`${promised.length > 0 && html`<h3>容缺承诺单</h3><ul class="rows">${promised}</ul>`}
${papers.map((paper) => paperRow(paper, act))}`;
  },
  posts: { unreadable: markUnreadable },
};

function promisedIn(record: CaseRecord): readonly Html[] {
  const received = papersOf(record).map(({ kind }) => kind);
  return (commitmentOf(record)?.papers ?? []).map(({ kind, name, by }) => {
    const late = by < today() && !received.includes(kind);
    return html`<li>${name}：最晚 ${by} ${
      received.includes(kind)
        ? html`<span class="pill delivered">补来了</span>`
        : html`<span class="pill ${late ? 'late' : 'waiting'}">${late ? '过期没到' : '还没到'}</span>`
    }</li>`;
  });
}

function paperRow({ kind, name, pages, receivedOn, unreadableBy }: ReceivedPaper, act: string): Html {
  const by = addDays(today(), DAYS_TO_RETAKE);
  return html`<h3>${name} <span class="quiet">${receivedOn} 收到，共 ${pages.length} 张</span></h3>
<p>${pages.map((page) => pageView(name, page))}</p>
${
  unreadableBy
    ? html`<p><span class="pill waiting">看不清，请本人在 ${unreadableBy} 前重拍</span></p>`
    : html`<form class="line" method="post" action="${act}/unreadable">
<input type="hidden" name="kind" value="${kind}">
<label class="field"><span>最晚哪天再交</span><input type="date" name="by" required value="${by}"></label>
<button class="plain">看不清，请本人重拍</button></form>`
}`;
}

function pageView(name: string, { page, type, base64 }: PaperPage): Html {
  const source = `data:${type};base64,${base64}`;
  if (type === 'application/pdf') return html`<span class="pill">第 ${page} 张是 PDF</span>`;
  return html`<img src="${source}" alt="${name}第 ${page} 张" width="220" style="max-width:100%;border:1px solid #ccd">`;
}
