import type { Answer } from '../_kit/http-answer';
import type { Messages } from '../sms/simulator';
import { type StaffMember, staff } from '../staff';
import type { SentMessage, WeChat } from '../wechat/simulator';
import { type Html, html } from './html';
import { deskPage } from './layout';
import { momentWords } from './words';

/** Subscription messages, by the person whose phone they came to. */
export function wechatPage(wechat: WeChat): Answer {
  const byPerson = new Map<string, SentMessage[]>();
  for (const message of [...wechat.messages()].reverse()) {
    byPerson.set(message.person, [...(byPerson.get(message.person) ?? []), message]);
  }
  const body = html`<h1>微信消息</h1>
<p class="sub">发到各人微信里的订阅消息。没有点过“同意”的，不会发到这里。</p>
<div id="messages" data-live>${
    byPerson.size === 0
      ? html`<div class="card"><p class="empty">还没有发过。</p></div>`
      : [...byPerson].map(
          ([person, messages]) =>
            html`<section class="card"><h2>${person}</h2><ul class="rows">${messages.map(messageRow)}</ul></section>`,
        )
  }</div>`;
  return deskPage('wechat', '微信消息', body);
}

function messageRow({ at, data, page }: SentMessage): Html {
  return html`<li><p class="quiet">${momentWords(at)}</p>${Object.values(data).map((value) => html`<p>${value}</p>`)}${page && html`<p class="quiet">点开到 ${page}</p>`}</li>`;
}

/** Text messages and calls as they would have left. */
export function smsPage(messages: Messages): Answer {
  const all = [...messages.list()].reverse();
  const body = html`<h1>短信电话</h1>
<p class="sub">本来会发出去的短信，和本来会打的语音电话。</p>
<section class="card" id="messages" data-live>${
    all.length === 0
      ? html`<p class="empty">还没有发过。</p>`
      : html`<table class="stack"><thead><tr><th scope="col">时间</th><th scope="col">方式</th><th scope="col">号码</th><th scope="col">内容</th></tr></thead><tbody>${all.map(
          ({ at, channel, phone, text }) =>
            html`<tr><td>${momentWords(at)}</td><td>${channel === 'sms' ? '短信' : '电话'}</td><td class="num">${phone}</td><td>${text}</td></tr>`,
        )}</tbody></table>`
  }</section>`;
  return deskPage('sms', '短信电话', body);
}

const ROLES: Readonly<Record<StaffMember['role'], string>> = {
  operator: '市级运营',
  'street-clerk': '街道经办',
  auditor: '审计',
};

/** Who can sign in at /staff, each with the code that works now. */
export function staffPage(codeOf: (number: string) => string): Answer {
  const body = html`<h1>人员</h1>
<p class="sub">登录 /staff 用的工号和动态码。动态码用一次就换。</p>
<section class="card" id="staff" data-live><table class="stack"><thead><tr><th scope="col">工号</th><th scope="col">姓名</th><th scope="col">角色</th><th scope="col">看哪里</th><th scope="col">动态码</th></tr></thead><tbody>${staff.map(
    ({ number, name, role, offices }) =>
      html`<tr><td>${number}</td><td>${name}</td><td>${ROLES[role]}</td><td>${offices.length === 0 ? '全市' : offices.map((office) => office.name).join('、')}</td><td class="code">${codeOf(number)}</td></tr>`,
  )}</tbody></table></section>`;
  return deskPage('staff', '人员', body);
}
