import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { bureau, stuckWords, time } from './format.js';

export const stuckView = {
  id: 'stuck',
  title: '要人办',
  about: '系统自己走不下去、要人接手的申请，等得最久的在前。都不是申请人的问题。名字只显示一部分。',
  roles: ['operator', 'street-clerk', 'auditor'],
  load: () => call('GET', '/stuck'),
  render({ items }) {
    if (items.length === 0) return element('p', { class: 'state' }, '没有要人接手的申请。');
    return cards(
      items.map((each) =>
        card(
          each.holder,
          [pill(stuckWords(each.why), 'late')],
          facts([
            ['申请人', each.applicant],
            ['从什么时候', time(each.since)],
            ['所在系统', bureau(each.bureau)],
            ['回执号', each.receiptNumber],
          ]),
        ),
      ),
    );
  },
};
