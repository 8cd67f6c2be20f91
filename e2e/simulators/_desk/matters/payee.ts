import { answerPayee, PAYEE_RESULTS, PAYEE_WORDS, payeesOf } from '../../_kit/common/payee';
import { type Act, NotReady } from '../act';
import { html } from '../html';
import type { DeskMatter } from './matter';

const answer: Act = ({ book }, caseNo, form) => {
  const result = PAYEE_RESULTS.find((each) => each === form.get('result'));
  if (!result || !payeesOf(book.get(caseNo)).at(-1)?.account) throw new NotReady('没有要查对的账户。');
  answerPayee(book, caseNo, result);
};

const CARDS: Readonly<Record<string, string>> = {
  'social-security-card': '社保卡（一卡通）',
  'bank-card': '银行卡或存折',
};
const OWNERS: Readonly<Record<string, string>> = {
  applicant: '本人',
  'household-member': '共同生活的人',
  guardian: '监护人',
};

/** Whose account, and whether the name on it is right: the bank answers at once, a clerk may look again. */
export const payeeMatter: DeskMatter = {
  title: '收款账户',
  section: (_bureau, record, act) => {
    const told = payeesOf(record).at(-1);
    if (!told) return undefined;
    if (!told.account) {
      const why = told.trouble === 'no-card' ? '没有卡' : '卡冻结了';
      return html`<p>申请人${why}，请街道帮着办。</p>`;
    }
    const { owner, name, card, number } = told.account;
    return html`<dl><dt>户名</dt><dd>${name}（${OWNERS[owner]}）</dd><dt>${CARDS[card]}</dt><dd class="num">${number}</dd></dl>
<p>${told.result && html`<span class="pill ${told.result === 'match' ? 'delivered' : 'waiting'}">${PAYEE_WORDS[told.result]}</span>`}</p>
<form class="line" method="post" action="${act}/payee-result">
<label class="field"><span>再查一次</span><select name="result">${PAYEE_RESULTS.map(
      (result) => html`<option value="${result}">${PAYEE_WORDS[result]}</option>`,
    )}</select></label>
<button class="plain">发回去</button></form>`;
  },
  posts: { 'payee-result': answer },
};
