import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { time } from './format.js';
import { notAll } from './more.js';
import { reasonForm } from './reason-form.js';

export const mandatesView = {
  id: 'mandates',
  title: '代办要问的',
  about:
    '有人想替这些居民办一件事，请打电话念给本人听，问愿不愿意。先核实是本人。本人说不要了，也在这里停。看号码会留底。',
  roles: ['operator', 'street-clerk'],
  async load() {
    const [mandates, catalogue] = await Promise.all([call('GET', '/mandates'), titles()]);
    return { ...mandates, catalogue };
  },
  render({ items, more, catalogue }, { reload }) {
    if (items.length === 0) return element('p', { class: 'state' }, '没有要问的，也没有正在代办的。');
    const [waiting, acting] = ['waiting', 'acting'].map((state) => items.filter((each) => each.state === state));
    return element(
      'div',
      {},
      group('要打电话问', waiting, catalogue, reload),
      group('正在代办', acting, catalogue, reload),
      more ? notAll() : undefined,
    );
  },
};

async function titles() {
  const response = await fetch('/api/v1/catalogue').catch(() => undefined);
  const { programmes = [] } = response?.ok ? await response.json() : {};
  return new Map(programmes.map(({ code, title }) => [code, title]));
}

function group(title, items, catalogue, reload) {
  if (items.length === 0) return undefined;
  const list = cards(items.map((each) => row(each, catalogue, reload)));
  return element('section', { class: 'group' }, element('h2', {}, `${title}（${items.length}）`), list);
}

function row(each, catalogue, reload) {
  const waiting = each.state === 'waiting';
  return card(
    each.principal,
    [pill(waiting ? '等本人点头' : '在办', waiting ? 'wait' : '')],
    facts([
      ['代办人', each.helper],
      ['要办的', each.programmes.map((code) => catalogue.get(code) ?? code).join('、')],
      ['最晚到', each.until],
      ['街道', each.street],
      ['电话', each.phone],
      ['记下', time(each.since)],
    ]),
    waiting ? script(each) : undefined,
    waiting ? answer(each, reload) : stop(each, reload),
  );
}

/** The number and the words appear together: nobody is called without what is to be said. */
function script(each) {
  const place = element('div', { 'aria-live': 'polite' });
  const error = element('p', { class: 'error', role: 'alert' });
  const show = element('button', { type: 'button', onclick: () => void reveal() }, '显示号码和要念的话');
  async function reveal() {
    show.disabled = true;
    error.textContent = '';
    try {
      const { phone, script: words } = await call('POST', `/mandates/${each.id}/number`);
      const number = phone === undefined ? undefined : element('p', { class: 'number' }, phone);
      place.replaceChildren(element('p', { class: 'note' }, words), ...(number ? [number] : []));
    } catch (trouble) {
      error.textContent = trouble.message;
      show.disabled = false;
    }
  }
  place.append(show);
  return element('div', {}, place, error);
}

function answer(each, reload) {
  const say = (agreed) => (reason) => call('POST', `/mandates/${each.id}/answer`, { agreed, reason });
  const acts = [
    { name: '本人愿意', primary: true, busy: '正在记下…', done: '已记下。', run: say(true) },
    {
      name: '本人不愿意',
      warning: '记下以后，代办人就看不到这件事了。',
      sure: '不愿意，记下',
      busy: '正在记下…',
      done: '已记下。',
      run: say(false),
    },
  ];
  return reasonForm({ label: '本人怎么说的（只留底，手机上看不到）', acts, after: reload });
}

function stop(each, reload) {
  const run = (reason) => call('POST', `/mandates/${each.id}/stop`, { reason });
  const warning = '停了以后，代办人马上看不到这件事，填好的留给本人。';
  const acts = [{ name: '本人不要了，停掉', warning, sure: '停掉', busy: '正在停…', done: '已停。', run }];
  return reasonForm({ label: '本人怎么说的（只留底，手机上看不到）', acts, after: reload });
}
