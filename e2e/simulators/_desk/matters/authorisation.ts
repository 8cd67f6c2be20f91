import { CaseRefusal } from '../../_kit/case-book';
import { today } from '../../_kit/clock';
import {
  type Authorisation,
  authorisationsOf,
  authorisationWords,
  isOpen,
  keepAuthorisation,
} from '../../_kit/common/authorisation';
import { type Act, NotReady } from '../act';
import { type Html, html } from '../html';
import type { DeskMatter } from './matter';

const WAYS: Readonly<Record<string, string>> = {
  'own-phone': '自己的手机',
  'this-phone': '申请人的手机',
  desk: '当面',
};

function undecided(record: Parameters<typeof keepAuthorisation>[0], form: URLSearchParams): Authorisation {
  const found = keepAuthorisation(record, form.get('idNumber') ?? '');
  if (!found || !isOpen(found)) throw new CaseRefusal('not-now');
  return found;
}

const signAtDesk: Act = ({ book }, caseNo, form) => {
  const found = undecided(book.get(caseNo), form);
  found.decided = { kind: 'signed-at-desk', on: today() };
  const data = { idNumber: found.idNumber, on: today() };
  book.say(caseNo, { type: 'TY_SIGNED_AT_DESK', data }, `${found.name}当面签了`);
};

/** Whether the signature on the applicant's phone is theirs: seen, or called by a number the office has of its own. */
const askSigner: Act = ({ book }, caseNo, form) => {
  const found = undecided(book.get(caseNo), form);
  if (!found.unasked || found.decided) throw new CaseRefusal('not-now');
  const [how, said] = [
    form.get('how') === 'by-phone' ? 'by-phone' : 'in-person',
    form.get('said') === 'no' ? 'no' : 'yes',
  ];
  found.decided = { kind: said === 'yes' ? 'asked' : 'not-theirs', on: today() };
  const data = { idNumber: found.idNumber, on: today(), how, said };
  book.say(
    caseNo,
    { type: 'TY_SIGNER_ASKED', data },
    `问过${found.name}本人：${said === 'yes' ? '是本人签的' : '不是本人签的'}`,
  );
};

const goOnWithout: Act = ({ book }, caseNo, form) => {
  const reason = (form.get('reason') ?? '').trim().slice(0, 200);
  if (reason === '') throw new NotReady('请写清楚为什么不等这一位。');
  const found = undecided(book.get(caseNo), form);
  if (found.decided) throw new CaseRefusal('not-now');
  found.decided = { kind: 'go-on-without', on: today(), reason };
  const data = { idNumber: found.idNumber, reason };
  book.say(caseNo, { type: 'TY_GO_ON_WITHOUT', data }, `不等${found.name}签字，接着办：${reason}`);
};

/** 核对授权 of each grown-up: who signed, who is not there, and what the clerk does about it (policy-facts J4). */
export const authorisationMatter: DeskMatter = {
  title: '核对授权',
  section: (_bureau, record, act) => {
    const all = authorisationsOf(record);
    if (record.meansAuthorised === undefined || all.length === 0) return undefined;
    return html`<ul class="rows">${all.map((each) => row(each, act))}</ul>`;
  },
  posts: { 'sign-at-desk': signAtDesk, 'ask-signer': askSigner, 'go-on-without': goOnWithout },
};

const DECIDED: Readonly<Record<NonNullable<Authorisation['decided']>['kind'], string | undefined>> = {
  'signed-at-desk': '当面签了',
  asked: '签了，问过本人',
  'not-theirs': '本人说不是自己签的',
  'go-on-without': undefined,
};

function row(each: Authorisation, act: string): Html {
  const { name, idNumber, state, way, unasked, reason, inConfidence, decided } = each;
  const open = isOpen(each);
  const waits = unasked && !decided;
  return html`<li>${name} <span class="num">${idNumber}</span> <span class="pill ${open ? 'late' : 'going'}">${
    (decided && DECIDED[decided.kind]) ?? authorisationWords(state)
  }</span>${way && ` ${WAYS[way] ?? way}`}${waits && html` <strong>还没问过本人，问过才查</strong>`}${reason && ` ${reason}`}${
    inConfidence && html` <strong>本人自己说的，不得告诉同住的人</strong>`
  }${decided?.reason && ` 不等这一位：${decided.reason}`}${waits && asking(idNumber, act)}${
    open && acts(idNumber, act, decided?.kind === 'go-on-without')
  }</li>`;
}

function asking(idNumber: string, act: string): Html {
  return html`<form class="line" method="post" action="${act}/ask-signer">
<input type="hidden" name="idNumber" value="${idNumber}">
<label class="field"><span>怎么问的</span><select name="how"><option value="in-person">见到了本人</option>
<option value="by-phone">打电话问的，号码是本单位自己有的</option></select></label>
<label class="field"><span>本人怎么说</span><select name="said"><option value="yes">是自己签的，同意查</option>
<option value="no">不是自己签的，或者不同意</option></select></label>
<button>问过本人了</button></form>`;
}

function acts(idNumber: string, act: string, goesOn: boolean): Html {
  return html`<form class="line" method="post" action="${act}/sign-at-desk">
<input type="hidden" name="idNumber" value="${idNumber}"><button>本人带证件，当面签了</button></form>${
    !goesOn &&
    html`<form class="line" method="post" action="${act}/go-on-without">
<input type="hidden" name="idNumber" value="${idNumber}">
<label class="field"><span>为什么不等这一位</span><input type="text" name="reason" required maxlength="200"></label>
<button>不等这一位，接着办</button></form>`
  }`;
}
