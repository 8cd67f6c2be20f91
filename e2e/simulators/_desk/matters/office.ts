import { today } from '../../_kit/clock';
import { addMove, movesOf } from '../../_kit/common/office';
import { type Act, NotReady } from '../act';
import { html } from '../html';
import type { DeskMatter } from './matter';

const CODE = /^(\d{6}|\d{9})$/;

const moveOn: Act = ({ book }, caseNo, form) => {
  const [code, name, why] = ['code', 'name', 'why'].map((field) => (form.get(field) ?? '').trim().slice(0, 80));
  if (!code || !CODE.test(code) || !name) throw new NotReady('请写清楚转给哪个单位：代码是 6 位或 9 位数。');
  if (!why) throw new NotReady('请写明为什么转。');
  const move = { code, name, why, on: today() };
  addMove(book.get(caseNo), move);
  book.say(caseNo, { type: 'TY_MOVED', data: { on: move.on, office: { code, name }, why } }, `转给${name}：${why}`);
};

/** 一城通办: a case the desk gives to another office, or sends up to the district to be confirmed. */
export const officeMatter: DeskMatter = {
  title: '现在归谁办',
  section: (_bureau, record, act) => {
    const moves = movesOf(record);
    const district = record.office.code.slice(0, 6);
    return html`<p>收件：${record.office.name}</p>
<ul class="rows">${moves.map(({ name, why, on }) => html`<li>${on} 转给${name}（${why}）</li>`)}</ul>
<form class="line" method="post" action="${act}/move-on">
<label class="field"><span>单位代码</span><input type="text" name="code" required maxlength="9" value="${district}"></label>
<label class="field"><span>单位名称</span><input type="text" name="name" required maxlength="80" value="区民政局"></label>
<label class="field"><span>为什么</span><input type="text" name="why" required maxlength="80" value="街道看完了，送到区里定"></label>
<button>转过去</button></form>`;
  },
  posts: { 'move-on': moveOn },
};
