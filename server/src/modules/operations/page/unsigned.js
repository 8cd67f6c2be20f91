import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { time } from './format.js';
import { notAll } from './more.js';

const STATES = {
  'not-signed': '还没签',
  unasked: '在申请人手机上签的，还没问过本人',
  'at-desk-wished': '想当面签',
  unreachable: '联系不上',
  'will-not-sign': '不愿签',
  withdrawn: '收回了签字',
};

export const unsignedView = {
  id: 'unsigned',
  title: '没签字',
  about:
    '等签字等了好几天的家里人，等得最久的在前。联系不上或不愿签不等于不批：请在业务系统里当面签，或写明缘由决定不等。在申请人手机上签的，要先见到本人，或按街道自己有的号码打电话问过本人，才查。',
  roles: ['operator', 'street-clerk', 'auditor'],
  load: () => call('GET', '/unsigned'),
  render({ items, more }) {
    if (items.length === 0) return element('p', { class: 'state' }, '没有要找的人。');
    const list = cards(
      items.map((each) =>
        card(
          each.name,
          [pill(STATES[each.state] ?? each.state, 'late')],
          facts([
            ...(each.inConfidence ? [['注意', '本人在自己手机上说的，不得告诉同住的人']] : []),
            ['申请人', each.applicant],
            ['缘由', each.reason],
            ['受理单位', each.holder],
            ['递交', time(each.since)],
            ['回执号', each.receiptNumber],
          ]),
        ),
      ),
    );
    return element('div', {}, list, more ? notAll() : undefined);
  },
};
