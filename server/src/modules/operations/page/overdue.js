import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { bureau, day } from './format.js';

export const overdueView = {
  id: 'overdue',
  title: '超期',
  about: '过了办理时限还没办到下一步的申请，最早到期的在前。名字只显示一部分。',
  roles: ['operator', 'street-clerk', 'auditor'],
  load: () => call('GET', '/overdue'),
  render({ items }) {
    if (items.length === 0) return element('p', { class: 'state' }, '没有超期的申请。');
    return cards(
      items.map((each) =>
        card(
          each.holder,
          [pill(`到期 ${day(each.due)}`, 'late')],
          facts([
            ['申请人', each.applicant],
            ['办到', each.step],
            ['时限', each.clock],
            ['所在系统', bureau(each.bureau)],
            ['回执号', each.receiptNumber],
          ]),
        ),
      ),
    );
  },
};
