import { programmeOf } from '../../_kit/case-bureau';
import { today } from '../../_kit/clock';
import { type Money, moneyOf, payableItems } from '../../_kit/common/money';
import { isYuan, yuanText } from '../../_kit/figures';
import { type Act, dayOf, NotReady } from '../act';
import { type Html, html } from '../html';
import type { DeskMatter } from './matter';

const setPlan: Act = ({ book }, caseNo, form) => {
  const item = itemOf(book.get(caseNo), form);
  const until = form.get('until') ?? '';
  const plan = {
    amount: amountOf(form),
    per: form.get('per') === 'once' ? ('once' as const) : ('month' as const),
    from: monthOf(form, 'from'),
    ...(until === '' ? {} : { until: monthOf(form, 'until') }),
  };
  const tapering = form.get('tapering') === 'yes';
  if (tapering && plan.until === undefined) throw new NotReady('渐退要写到哪个月。');
  if (plan.until !== undefined && plan.until < plan.from) throw new NotReady('最后一个月在第一个月前面了。');
  const money = moneyOf(book.get(caseNo), item);
  money.plan = plan;
  delete money.stopped;
  const data = { item, ...plan, ...(tapering ? { tapering: '1' } : {}) };
  book.say(
    caseNo,
    { type: 'TY_PLAN', data },
    `${tapering ? '渐退，' : ''}定了每月 ${plan.amount} 元，从 ${plan.from} 起`,
  );
};

const pay: Act = ({ book }, caseNo, form) => {
  const record = book.get(caseNo);
  const item = itemOf(record, form);
  const money = moneyOf(record, item);
  const month = monthOf(form, 'month');
  const extra = (form.get('extra') ?? '').trim().slice(0, 200);
  if (extra === '' && money.paid.some((each) => each.month === month))
    throw new NotReady('这个月发过了。补发要写原因。');
  const payment = {
    paymentNo: `${record.flowNo}-${item}-${money.paid.length + 1}`,
    month,
    amount: amountOf(form),
    on: today(),
  };
  money.paid.push(payment);
  const data = { item, ...payment, ...(extra === '' ? {} : { extra }) };
  book.say(caseNo, { type: 'TY_PAID', data }, `发了 ${month} 的 ${payment.amount} 元`);
};

const changePay: Act = ({ book }, caseNo, form) => {
  const item = itemOf(book.get(caseNo), form);
  const amount = amountOf(form);
  const from = monthOf(form, 'from');
  const data = { item, amount, from, why: words(form, 'why', '改钱数要写原因。'), ...ground(form) };
  book.say(caseNo, { type: 'TY_PAY_CHANGED', data }, `从 ${from} 起每月 ${amount} 元`);
};

const stopPay: Act = ({ book }, caseNo, form) => {
  const record = book.get(caseNo);
  const item = itemOf(record, form);
  const from = monthOf(form, 'from');
  const why = words(form, 'why', '停发要写原因。');
  const data = { item, from, why, ground: words(form, 'ground', '停发要写依据的条款。') };
  moneyOf(record, item).stopped = { from, why };
  book.say(caseNo, { type: 'TY_PAY_STOPPED', data }, `从 ${from} 起停发：${why}`);
};

const setRecheck: Act = ({ book }, caseNo, form) => {
  const record = book.get(caseNo);
  const item = itemOf(record, form);
  const on = dayOf(form, 'on');
  const every = form.get('every');
  moneyOf(record, item).recheck = on;
  const data = { item, on, ...(every === 'year' || every === 'half-year' ? { every } : {}) };
  book.say(caseNo, { type: 'TY_RECHECK', data }, `下次 ${on} 再看`);
};

/** Plan, months, changes, end and the next look again of what was approved. */
export const moneyMatter: DeskMatter = {
  title: '发钱',
  section: (bureau, record, act) => {
    const items = payableItems(record);
    if (items.length === 0) return undefined;
    const sections = items.map((item) => {
      const { title } = programmeOf(bureau, item);
      return html`<h3>${title}</h3>${shown(moneyOf(record, item))}${forms(act, item)}`;
    });
    return html`${sections}`;
  },
  posts: {
    'set-plan': setPlan,
    'pay-month': pay,
    'change-pay': changePay,
    'stop-pay': stopPay,
    'set-recheck': setRecheck,
  },
};

function shown({ plan, paid, stopped, recheck }: Money): Html {
  const month = (each: Money['paid'][number]) => html`<li>${each.month} 的 ${each.amount} 元，${each.on} 发的</li>`;
  return html`<ul class="rows">
${plan && html`<li>${plan.per === 'once' ? '一次' : '每月'} ${plan.amount} 元，从 ${plan.from} 起${plan.until && `，到 ${plan.until}`}</li>`}
${paid.map(month)}
${stopped && html`<li><span class="pill late">从 ${stopped.from} 起停发</span> ${stopped.why}</li>`}
${recheck && html`<li>下次 ${recheck} 再看</li>`}
</ul>`;
}

function forms(act: string, item: string): Html {
  const code = html`<input type="hidden" name="item" value="${item}">`;
  const month = today().slice(0, 7);
  const yuan = html`<label class="field"><span>多少元</span><input name="yuan" inputmode="decimal" required value="1045.00"></label>`;
  const from = html`<label class="field"><span>从哪个月起</span><input name="from" required pattern="\\d{4}-\\d{2}" value="${month}"></label>`;
  const why = html`<label class="field"><span>原因</span><input name="why" required maxlength="200"></label>`;
  const law = html`<label class="field"><span>依据</span><input name="ground" maxlength="200" value="《最低生活保障审核确认办法》第三十二条"></label>`;
  return html`<details><summary>定怎么发</summary><form method="post" action="${act}/set-plan">${code}${yuan}${from}
<label class="field"><span>到哪个月（可空）</span><input name="until" pattern="\\d{4}-\\d{2}"></label>
<label class="field"><span>怎么发</span><select name="per"><option value="month">每月</option><option value="once">一次</option></select></label>
<label><input type="checkbox" name="tapering" value="yes"> 渐退</label><button>定下来</button></form></details>
<details><summary>发一个月</summary><form method="post" action="${act}/pay-month">${code}${yuan}
<label class="field"><span>哪个月的</span><input name="month" required pattern="\\d{4}-\\d{2}" value="${month}"></label>
<label class="field"><span>补发的原因（可空）</span><input name="extra" maxlength="200"></label><button>发</button></form></details>
<details><summary>改钱数</summary><form method="post" action="${act}/change-pay">${code}${yuan}${from}${why}${law}<button class="plain">改</button></form></details>
<details><summary>停发</summary><form method="post" action="${act}/stop-pay">${code}${from}${why}${law}<button class="plain">停发</button></form></details>
<details><summary>下次什么时候再看</summary><form method="post" action="${act}/set-recheck">${code}
<label class="field"><span>哪天</span><input type="date" name="on" required></label>
<label class="field"><span>多久一次</span><select name="every"><option value="year">一年</option><option value="half-year">半年</option><option value="">没有规定</option></select></label><button class="plain">定下来</button></form></details>`;
}

function itemOf(record: Parameters<typeof payableItems>[0], form: URLSearchParams): string {
  const item = payableItems(record).find((each) => each === form.get('item'));
  if (item === undefined) throw new NotReady('批下来的才能发钱。');
  return item;
}

function amountOf(form: URLSearchParams): string {
  const yuan = (form.get('yuan') ?? '').trim();
  if (!isYuan(yuan) || /^0(\.0*)?$/.test(yuan)) throw new NotReady('钱数只写数字，比如 1045 或 1045.50。');
  return yuanText(yuan);
}

function monthOf(form: URLSearchParams, name: string): string {
  const month = form.get(name) ?? '';
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new NotReady('月份写成 2026-12 这样。');
  return month;
}

function words(form: URLSearchParams, name: string, missing: string): string {
  const text = (form.get(name) ?? '').trim().slice(0, 200);
  if (text === '') throw new NotReady(missing);
  return text;
}

function ground(form: URLSearchParams): { ground?: string } {
  const text = (form.get('ground') ?? '').trim().slice(0, 200);
  return text === '' ? {} : { ground: text };
}
