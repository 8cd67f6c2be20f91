import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { time } from './format.js';
import { countOf, nextPath, pagedCards, pageOf } from './more.js';
import { reasonForm } from './reason-form.js';

const UNREADABLE = '有人求助，说的话在这里打不开了';

export const urgentView = {
  id: 'urgent',
  title: '急难求助',
  about:
    '有人现在就要帮助。没有人看过的在最前，等得最久的在上面；人多的时候，刚说的单列在前。点“我来办”就看到怎么找他和话里的号码，并记下是谁接的。先联系、先救助，手续后补；不看户口。',
  roles: ['operator', 'street-clerk', 'auditor'],
  load: () => call('GET', '/urgent-requests'),
  render(found, { staff, reload }) {
    if (found.items.length === 0) return element('p', { class: 'state' }, '现在没有人求助。');
    const context = { role: staff.role, act: staff.role !== 'auditor', reload };
    return element(
      'div',
      {},
      element(
        'p',
        { class: 'state spaced' },
        `过 ${found.lookWithinMinutes} 分钟没人看，会再催一次（示例，时限没有公布）。`,
      ),
      ...oftenFrom(found, context),
      newest(found.newest, context),
      group(found.newest.length > 0 ? '还没有人看，等得最久的' : '还没有人看', 'waiting', found, context),
      group('有人在办', 'seen', found, context),
      group('办过了', 'over', found, context),
    );
  },
};

/** A telephone that stands in the list so often is asked about as a whole. */
const OFTEN = 3;

/** Where one telephone sent many: closed together, once somebody has looked at what each says. */
function oftenFrom({ items, newest }, { act, reload }) {
  if (!act) return [];
  const byPhone = new Map();
  for (const each of [...items, ...newest]) {
    if (each.state !== 'waiting' || each.phone === undefined) continue;
    byPhone.set(each.phone, [...(byPhone.get(each.phone) ?? []), each.id]);
  }
  return [...byPhone]
    .filter(([, ids]) => ids.length >= OFTEN)
    .map(([phone, ids]) => element('section', { class: 'group' }, cards([together(phone, ids, reload)])));
}

function together(phone, [first, ...others], after) {
  const run = (reason) => call('POST', `/urgent-requests/${first}/alike`, { others, reason });
  const warning = `请先看过每一个说的话。其中有一个是真的，就不要一起办。一起办的是下面列出来的 ${others.length + 1} 个。`;
  const acts = [{ name: '一起办完', warning, sure: '都看过了，一起办完', busy: '正在记下…', done: '已记下。', run }];
  return card(
    `同一个电话说了 ${others.length + 1} 次`,
    [pill('还没有人看', 'late')],
    facts([['电话', phone]]),
    reasonForm({ label: '为什么一起办完（每一个都会留底）', acts, after }),
  );
}

function newest(items, context) {
  if (items.length === 0) return undefined;
  const list = cards(items.map((each) => row(each, context)));
  return element('section', { class: 'group' }, element('h2', {}, '还没有人看，刚说的（最新的在上面）'), list);
}

/** A page of one state at a time; of those nobody looked at the newest stand above already. */
function group(title, state, found, context) {
  const page = pageOf(state, found);
  if (page.items.length === 0) return undefined;
  const elsewhere = state === 'waiting' ? found.newest.map(({ id }) => id) : [];
  const read = async (cursor) => pageOf(state, await call('GET', nextPath('/urgent-requests', state, cursor)));
  const list = pagedCards({ page, read, row: (each) => row(each, context), elsewhere });
  return element('section', { class: 'group' }, element('h2', {}, `${title}（${countOf(page)}）`), list);
}

function row(each, { role, act, reload }) {
  const open = each.state !== 'over' && act;
  return card(
    each.unreadable ? UNREADABLE : each.what.join('、'),
    [waited(each), each.escalated ? pill('催过了', 'late') : undefined].filter(Boolean),
    facts([
      ['短号', each.number],
      ['在哪儿', [each.office, each.place].filter(Boolean).join('，')],
      ...(each.unreadable ? [] : who(each)),
      ['求助', time(each.askedAt)],
      ['经过', each.steps.map(({ at, words }) => `${time(at)} ${words}`).join(' ')],
    ]),
    open ? (each.unreadable ? otherWays(each, role) : reach(each)) : undefined,
    open ? closing(each, reload) : undefined,
  );
}

function who(each) {
  return [
    ['谁', [each.name ?? '没留名字', each.forSomebodyElse ? '（别人替他说的）' : ''].join('')],
    ['怎么找', [each.phone, each.toBeFound ? '写了到哪儿找' : undefined].filter(Boolean).join('，')],
    ['他说', each.words],
  ];
}

/** Somebody waits all the same: the relief system was told the same, and 12345 takes a call that gives the short number. */
function otherWays({ number, office, steps }, role) {
  const arrived = steps.some(({ kind }) => kind === 'arrived');
  const ways = [
    `${arrived ? '先' : '这里还没有记到送到了没有，也先'}到救助系统里按短号 ${number} 找，那边有他说的话、在哪儿、怎么找。`,
    `那边也没有，马上打 12345，报短号 ${number}${office === undefined ? '' : ` 和${office}`}，请他们一起找；他再打来，请他们问清在哪儿。`,
    role === 'operator'
      ? '打电话告诉那个街道，没有街道的就告诉区里。再照运行手册查“a sealed value does not open”这条报警；数据先别动。'
      : `马上告诉津门民政的运营人员：短号 ${number} 的打不开了。`,
    '找到他、帮上了，在下面记一笔。',
  ];
  return element('ol', { class: 'ways' }, ...ways.map((words) => element('li', {}, words)));
}

function waited({ state, minutes }) {
  if (state !== 'waiting') return pill(state === 'seen' ? '在办' : '办过了');
  return pill(
    minutes < 60 ? `等了 ${minutes} 分钟` : `等了 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`,
    'late',
  );
}

/** Who sees how to reach them has taken it on. */
function reach(each) {
  const place = element('div', { class: 'buttons', 'aria-live': 'polite' });
  const name = each.state === 'waiting' ? '我来办，看怎么找他' : '看怎么找他';
  const show = element('button', { type: 'button', class: 'primary', onclick: () => void reveal() }, name);
  const error = element('p', { class: 'error', role: 'alert' });
  async function reveal() {
    show.disabled = true;
    error.textContent = '';
    try {
      const found = await call('POST', `/urgent-requests/${each.id}/number`);
      place.replaceChildren(
        element('p', { class: 'number' }, found.phone ?? '没留电话'),
        facts([
          ['名字', found.name],
          ['到哪儿找', found.findAt],
          ['在哪儿', found.place],
          ['他说', found.words],
        ]),
      );
    } catch (trouble) {
      error.textContent = trouble.message;
      show.disabled = false;
    }
  }
  place.append(show);
  return element('div', {}, place, error);
}

function closing(each, after) {
  const run = (reason) => call('POST', `/urgent-requests/${each.id}/done`, { reason });
  const acts = [{ name: '办完了', busy: '正在记下…', done: '已记下。', run }];
  return reasonForm({ label: '办得怎么样（例如：已送到救助站，吃上饭了）', acts, after });
}
