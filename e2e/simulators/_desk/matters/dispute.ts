import { CaseRefusal } from '../../_kit/case-book';
import { programmeOf } from '../../_kit/case-bureau';
import type { CaseItem } from '../../_kit/case-record';
import { type Dispute, disputesOf } from '../../_kit/common/dispute';
import { type Act, NotReady } from '../act';
import { type Html, html } from '../html';
import type { DeskMatter } from './matter';

const SAYS = { 'other-value': '应该是别的数', 'not-mine': '不是自己的', 'out-of-date': '已经变了' } as const;

const answer: Act = ({ book }, caseNo, form) => {
  const told = disputesOf(book.get(caseNo)).find(({ disputeNo }) => disputeNo === form.get('disputeNo'));
  if (!told || told.answer) throw new CaseRefusal('not-now');
  const { disputeNo, fact, label } = told;
  const typed = (name: string) => (form.get(name) ?? '').trim();
  if (form.get('outcome') === 'stays') {
    const why = typed('why').slice(0, 300);
    if (why === '') throw new NotReady('不改要写明为什么。');
    told.answer = { outcome: 'stays', said: why };
    book.say(
      caseNo,
      { type: 'TY_DISPUTE_ANSWERED', data: { disputeNo, outcome: 'stays', why } },
      `“${label}”不改：${why}`,
    );
    return;
  }
  const [value, from] = [typed('value').slice(0, 40), typed('from').slice(0, 60)];
  if (value === '' || from === '') throw new NotReady('更正要写改成多少，依据哪里。');
  told.answer = { outcome: 'corrected', said: `${value}（${from}）` };
  const data = { disputeNo, outcome: 'corrected', fact, value, from };
  book.say(caseNo, { type: 'TY_DISPUTE_ANSWERED', data }, `“${label}”更正为 ${value}`);
};

const reopen: Act = (bureau, caseNo, form) => {
  const item = form.get('item') ?? '';
  bureau.book.reopen(caseNo, item);
  const why = (form.get('why') ?? '').trim().slice(0, 300);
  const data = { item, ...(why === '' ? {} : { why }) };
  bureau.book.say(caseNo, { type: 'TY_REOPENED', data }, `${programmeOf(bureau, item).title}重新办理`);
};

/** A figure the resident holds to be wrong, and what was refused and may be looked at again. */
export const disputeMatter: DeskMatter = {
  title: '说不对的数，重新办理',
  section: (bureau, record, act) => {
    const disputes = disputesOf(record);
    const refused = record.items.filter(({ decision }) => decision?.outcome === 'refused');
    if (disputes.length === 0 && refused.length === 0) return undefined;
    const title = (code: string) => programmeOf(bureau, code).title;
    return html`${disputes.map((each) => disputed(act, each))}${refused.map((item) => again(act, item, title))}`;
  },
  posts: { 'answer-dispute': answer, reopen },
};

function disputed(act: string, told: Dispute): Html {
  const { disputeNo, label, found, foundFrom, says, value, why } = told;
  return html`<h3>${label}</h3>
<p>核对到 <span class="num">${found}</span>（${foundFrom}）。申请人说${SAYS[says]}${value && html`：<span class="num">${value}</span>`}。${why}</p>
${
  told.answer
    ? html`<p class="quiet">${told.answer.outcome === 'corrected' ? '更正了' : '没有改'}：${told.answer.said}</p>`
    : html`<form class="line" method="post" action="${act}/answer-dispute">
<input type="hidden" name="disputeNo" value="${disputeNo}"><input type="hidden" name="outcome" value="corrected">
<label class="field"><span>更正成</span><input type="text" name="value" maxlength="40" value="${value ?? ''}"></label>
<label class="field"><span>依据哪里</span><input type="text" name="from" maxlength="60" value="${foundFrom}（更正）"></label>
<button>更正</button></form>
<form class="line" method="post" action="${act}/answer-dispute">
<input type="hidden" name="disputeNo" value="${disputeNo}"><input type="hidden" name="outcome" value="stays">
<label class="field"><span>为什么不改</span><input type="text" name="why" maxlength="300"></label>
<button class="plain">不改</button></form>`
}`;
}

function again(act: string, { programme }: CaseItem, title: (code: string) => string): Html {
  return html`<form class="line" method="post" action="${act}/reopen">
<input type="hidden" name="item" value="${programme}">
<label class="field"><span>${title(programme)}没有批准。为什么重新办</span><input type="text" name="why" maxlength="300" value="按更正的数重新看"></label>
<button>重新办理${title(programme)}</button></form>`;
}
