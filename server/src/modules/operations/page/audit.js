import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { time } from './format.js';

export const auditView = {
  id: 'audit',
  title: '审计',
  about: '每一笔记录都串在一起，并定时在数据库外留底。这里看有没有被改过、删过。',
  roles: ['auditor'],
  load: () => call('GET', '/audit'),
  render({ sound, problems, sealed, checkedAt, watched }) {
    const known = facts([
      ['串起来的', `${sealed} 笔`],
      ['核对时间', time(checkedAt)],
    ]);
    const seen = watched.map(watchedCard);
    if (sound) return cards([card('对得上', [pill('没有发现改动')], known), ...seen]);
    const list = element('ul', { class: 'state bad' }, ...problems.map((words) => element('li', {}, words)));
    const next = element('p', { class: 'note' }, '请把下面几行原样交给管系统的人。');
    return cards([card('对不上', [pill('请马上报告', 'late')], known, next, list), ...seen]);
  },
};

const WATCHED = {
  'many-numbers': '一小时里看了很多号码',
  'kept-apart': '想看自己或者家里人的事，没有给看',
};

function watchedCard({ at, staffId, what }) {
  return card(
    `工号 ${staffId}`,
    [pill('请看一看', 'wait')],
    facts([
      ['什么事', WATCHED[what]],
      ['什么时候', time(at)],
    ]),
  );
}
