import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { answerWords, bureau, time, topicWords } from './format.js';
import { reasonForm } from './reason-form.js';

export const deadLettersView = {
  id: 'dead-letters',
  title: '停下的消息',
  about: '对方系统连着多次回错，消息停在这里，同一件事后面的消息也在等。查明以后重发，或者跳过。',
  roles: ['operator', 'auditor'],
  load: () => call('GET', '/dead-letters'),
  render({ items, more }, { staff, reload }) {
    if (items.length === 0) return element('p', { class: 'state' }, '没有停下的消息。');
    const list = cards(items.map((each) => letter(each, staff.role === 'operator', reload)));
    if (!more) return list;
    const note = element('p', { class: 'state' }, `这里是最早停下的 ${items.length} 条，后面还有。`);
    return element('div', {}, note, list);
  },
};

function letter(each, mayAct, reload) {
  const parked = each.parked > 0 ? [pill(`后面还有 ${each.parked} 条在等`, 'wait')] : [];
  const known = facts([
    ['哪一类', topicWords(each.topic)],
    ['事项编号', each.order],
    ['最后一次的回答', answerWords(each.why)],
    ['写下', time(each.appendedAt)],
    ['停下', time(each.deadSince)],
  ]);
  if (!mayAct) return card(`发给${bureau(each.bureau)}`, parked, known);
  const path = `/dead-letters/${each.id}`;
  const form = reasonForm({
    label: '原因（重发和跳过都要写，会留底）',
    after: reload,
    acts: [
      {
        name: '重发',
        primary: true,
        busy: '正在交给系统…',
        done: '已交给系统重发。',
        run: (reason) => call('POST', `${path}/replay`, { reason }),
      },
      {
        name: '跳过',
        warning: '跳过以后这条消息不再发送，对方不会知道这件事。',
        sure: '确定跳过',
        busy: '正在跳过…',
        done: '已跳过，后面的消息继续发。',
        run: (reason) => call('POST', `${path}/skip`, { reason }),
      },
    ],
  });
  return card(`发给${bureau(each.bureau)}`, parked, known, form);
}
