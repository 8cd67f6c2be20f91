import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { bureau, time } from './format.js';

export const undeliveredView = {
  id: 'undelivered',
  title: '没送到',
  about: '已收下、对方系统还没有回音的消息。系统会自动再发，不用人做什么；时间太长请联系对方。',
  roles: ['operator', 'auditor'],
  load: () => call('GET', '/undelivered'),
  render({ items }) {
    const waiting = items.filter(({ count }) => count > 0);
    if (waiting.length === 0) return element('p', { class: 'state' }, '都送到了。');
    return cards(
      waiting.map((each) =>
        card(bureau(each.bureau), [pill(`${each.count} 条在等`, 'wait')], facts([['最早一条', time(each.since)]])),
      ),
    );
  },
};
