import { CaseRefusal } from '../../_kit/case-book';
import { today } from '../../_kit/clock';
import {
  type Authorisation,
  authorisationsOf,
  authorisationWords,
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
  if (!found || found.state === 'signed' || found.decided?.kind === 'signed-at-desk') throw new CaseRefusal('not-now');
  return found;
}

const signAtDesk: Act = ({ book }, caseNo, form) => {
  const found = undecided(book.get(caseNo), form);
  found.decided = { kind: 'signed-at-desk', on: today() };
  const data = { idNumber: found.idNumber, on: today() };
  book.say(caseNo, { type: 'TY_SIGNED_AT_DESK', data }, `${found.name}当面签了`);
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
  posts: { 'sign-at-desk': signAtDesk, 'go-on-without': goOnWithout },
};

function row(each: Authorisation, act: string): Html {
  const { name, idNumber, state, way, reason, inConfidence, decided } = each;
  const open = state !== 'signed' && decided?.kind !== 'signed-at-desk';
  return html`<li>${name} <span class="num">${idNumber}</span> <span class="pill ${open ? 'late' : 'going'}">${
    decided?.kind === 'signed-at-desk' ? '当面签了' : authorisationWords(state)
  }</span>${way && ` ${WAYS[way] ?? way}`}${reason && ` ${reason}`}${
    inConfidence && html` <strong>本人自己说的，不得告诉同住的人</strong>`
  }${decided?.reason && ` 不等这一位：${decided.reason}`}${open && acts(idNumber, act, decided !== undefined)}</li>`;
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
