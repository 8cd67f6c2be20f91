import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { time } from './format.js';
import { reasonForm } from './reason-form.js';

const STATES = { asks: '想一起，还没答应', 'not-now': '没有让一起', differs: '想法不一样' };

export const farewellRelativesView = {
  id: 'farewell-relatives',
  title: '送别登记归谁',
  about:
    '先登记的不一定是家里人。请分别打电话问问（登记的人的号码在“改期与安排”那一页），看过户口簿和死亡证明，再决定归谁：一位同事看材料、记下，另一位核过再换。都会留底。看哪几样材料是示例，待民政局核定。',
  roles: ['operator'],
  load: () => call('GET', '/farewell-relatives'),
  render({ items, more }, { reload }) {
    if (items.length === 0) return element('p', { class: 'state' }, '现在没有要问的。');
    const rest = more ? element('p', { class: 'state spaced' }, '后面还有，先显示等得最久的。') : undefined;
    return element('div', { class: 'group' }, cards(items.map((each) => row(each, reload))), rest);
  },
};

function row(each, reload) {
  return card(
    `${each.name}（${each.relation}）`,
    [pill(STATES[each.state], 'wait'), each.handing ? pill('等另一位同事核') : undefined].filter(Boolean),
    facts([
      ['登记号', each.number],
      ['逝者', each.deceased],
      ['登记的人', each.applicant],
      ['登记的人电话', each.phone],
      ['登记的人的材料', each.papersSeen ? '看过' : '没有看过'],
      ['船上的位置', each.hasPlace ? '有，换人就放开' : '没有'],
      ['从什么时候', time(each.since)],
      ['记下要换', time(each.handing?.at)],
    ]),
    each.handing?.yours ? element('p', { class: 'note' }, '要换是您记下的，请另一位同事核过材料再换。') : undefined,
    acts(each, reload),
  );
}

function acts(each, reload) {
  const to = (end) => (reason) => call('POST', `/farewell-relatives/${each.id}/${end}`, { reason });
  const words = { busy: '正在记下…', done: '已记下。' };
  const propose = { ...words, name: '材料看过，该归这一位', primary: true, run: to('proposal') };
  const warning = '换了以后，登记归这一位，原来留的位置放开，先前登记的那位会收到消息。';
  const hand = { ...words, name: '核过了，换给这一位', warning, sure: '换', done: '已换。', run: to('hand-over') };
  const leave = { ...words, name: '问过了，照原来的', run: to('closing') };
  const next = each.handing === undefined ? [propose] : each.handing.yours ? [] : [hand];
  return reasonForm({ label: '看了什么材料、问到什么（会留底）', acts: [...next, leave], after: reload });
}
