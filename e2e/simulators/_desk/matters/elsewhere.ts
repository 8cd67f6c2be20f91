import { CaseRefusal } from '../../_kit/case-book';
import { programmeOf } from '../../_kit/case-bureau';
import { today } from '../../_kit/clock';
import { elsewhereOf } from '../../_kit/common/elsewhere';
import { type Act, NotReady } from '../act';
import { html } from '../html';
import type { DeskMatter } from './matter';

const pushOn: Act = ({ book }, caseNo, form) => {
  const told = elsewhereOf(book.get(caseNo));
  if (!told || told.pushed) throw new CaseRefusal('not-now');
  const to = (form.get('to') ?? '').trim().slice(0, 60);
  if (to === '') throw new NotReady('请写清楚转给哪里。');
  told.pushed = { on: today(), to };
  book.say(caseNo, { type: 'TY_PUSHED_ON', data: told.pushed }, `转给${to}`);
};

/** 跨省通办: the desk pushes the case on to the place of the household register. */
export const elsewhereMatter: DeskMatter = {
  title: '跨省通办',
  section: (bureau, record, act) => {
    const told = elsewhereOf(record);
    if (!told) return undefined;
    if (told.pushed) return html`<p>${told.pushed.on} 转给了${told.pushed.to}</p>`;
    const titles = told.items.map((code) => programmeOf(bureau, code).title).join('、');
    const within = bureau.pushesOnWithin ? `收下以后 ${bureau.pushesOnWithin} 个工作日内` : '尽快';
    return html`<p>${titles}由户籍地决定，${within}转过去。</p>
<form class="line" method="post" action="${act}/push-on">
<label class="field"><span>转给哪里</span><input type="text" name="to" required maxlength="60" value="户籍地街道办事处"></label>
<button>转过去</button></form>`;
  },
  posts: { 'push-on': pushOn },
};
