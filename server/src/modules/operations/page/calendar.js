import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { day } from './format.js';
import { reasonForm } from './reason-form.js';

export const calendarView = {
  id: 'calendar',
  title: '放假通知',
  about: '办理时限按这里的工作日算。没有通知的年份先按周末算，写明是预计；载入以后，在办的都重新算。',
  roles: ['operator', 'street-clerk', 'auditor'],
  load: () => call('GET', '/calendar'),
  render({ items, missing }, { staff, reload }) {
    return element(
      'div',
      {},
      cards([...missing.map((each) => wanted(each, staff.role)), ...items.map(year)]),
      staff.role === 'operator' ? loadForm(reload) : undefined,
    );
  },
};

function wanted({ year: name, from }, role) {
  const load = '按国务院办公厅的通知载入';
  return card(
    `${name} 年`,
    [pill('还没有载入', 'late')],
    element(
      'p',
      {},
      `没有这一年的通知，${day(from)}起平时的号不会自己放，居民看不到能约的时间；要办完、要答复的日子先按周末算，写的是预计。`,
    ),
    element('p', {}, role === 'operator' ? `请在下面${load}。` : `请告诉运营人员${load}。`),
  );
}

function year({ year: name, off, work, document, released }) {
  return card(
    `${name} 年`,
    [released ? pill('随版本带的', 'wait') : pill('后来载入的')],
    facts([
      ['放假', `${off.length} 天`],
      ['上班的周末', work.map((each) => whole(day(each).replace(`${name}年`, ''))).join('、')],
      ['文件', document],
    ]),
  );
}

/** No line ends within it. */
function whole(words) {
  return words.replaceAll(/[月日]/g, '\u2060$&\u2060');
}

function loadForm(reload) {
  const field = (id, label, name = 'input', more = {}) => {
    const input = element(name, { id, autocomplete: 'off', ...more });
    return { input, field: element('div', {}, element('label', { for: id }, label), input) };
  };
  const of = field('calendar-year', '哪一年', 'input', { inputmode: 'numeric', maxlength: 4 });
  const off = field('calendar-off', '放假的日子，一行一个，例如 2027-01-01', 'textarea');
  const work = field('calendar-work', '上班的周末，一行一个（没有就空着）', 'textarea');
  const document = field('calendar-document', '文件名和文号');
  const lines = ({ input }) =>
    input.value
      .split(/[\s、，,]+/)
      .map((each) => each.trim())
      .filter(Boolean);
  const act = {
    name: '载入',
    primary: true,
    busy: '正在载入…',
    done: '已载入。在办的正在重新算。',
    warning: '在办的申请都按它重新算最晚的日子。',
    sure: '载入',
    run: (reason) =>
      call('PUT', `/calendar/${encodeURIComponent(of.input.value.trim())}`, {
        off: lines(off),
        work: lines(work),
        document: document.input.value.trim(),
        reason,
      }),
  };
  return element(
    'section',
    { class: 'group card spaced' },
    element('h2', {}, '载入一年的通知'),
    of.field,
    off.field,
    work.field,
    document.field,
    reasonForm({ label: '原因（会留底）', acts: [act], after: reload }),
  );
}
