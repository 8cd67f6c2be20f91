import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { bureau, day } from './format.js';
import { reasonForm } from './reason-form.js';

export const overdueView = {
  id: 'overdue',
  title: '超期',
  about: '过了办理时限还没办到下一步的申请，最早到期的在前。名字只显示一部分。没人回话的，过几天报给区里。',
  roles: ['operator', 'street-clerk', 'auditor'],
  load: () => call('GET', '/overdue'),
  render({ items }, { staff, reload }) {
    if (items.length === 0) return element('p', { class: 'state' }, '没有超期的申请。');
    return cards(items.map((each) => row(each, staff.role !== 'auditor', reload)));
  },
};

function row(each, may, reload) {
  return card(
    each.holder,
    [pill(`到期 ${day(each.due)}`, 'late'), ...level(each)],
    facts([
      ['申请人', each.applicant],
      ['办到', each.step],
      ['时限', each.clock],
      ['所在系统', bureau(each.bureau)],
      ['回执号', each.receiptNumber],
      ['已回话', day(each.answeredOn)],
    ]),
    may && each.told !== undefined ? answer(each, reload) : undefined,
  );
}

function level({ told, answeredOn }) {
  if (answeredOn !== undefined) return [pill('回过话了')];
  return told === 'district' ? [pill('报到区里了', 'late')] : [];
}

/** The resident reads it as it is written here. */
function answer({ caseId, answeredOn }, reload) {
  const act = {
    name: answeredOn === undefined ? '回话' : '再回一次',
    primary: answeredOn === undefined,
    busy: '正在送…',
    done: '已送到申请人那里。',
    run: (word) => call('POST', `/overdue/${caseId}/answer`, { word }),
  };
  return reasonForm({ label: '给申请人的话（原样给本人看，例如：明天上午上门）', acts: [act], after: reload });
}
