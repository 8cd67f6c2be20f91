import { call } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { day, time } from './format.js';
import { reasonForm } from './reason-form.js';

const WHATS = {
  booking: '约的时间',
  waiting: '排队等号',
  relief: '在办或在领的救助',
  mandate: '托人代办',
  messages: '消息和电话',
  survivor: '请同住家人再看看能领什么',
};
const STATES = {
  stopped: '停了',
  'by-hand': '没有动，请打电话问家里',
  restored: '恢复了',
  'to-do-again': '恢复不了，已请本人再办',
  told: '已在程序里说了一次',
};

/** What nobody is told by itself: a name in somebody else's form is found by no number. */
const NOT_FOUND =
  '别家的表里只写了名字、本人没签过字的申请；逝者替别的亲人办、还没有位置的送别登记。这两样请人工看一看，和家里通个电话。';

export const afterDeathView = {
  id: 'after-death',
  title: '身后联动',
  about:
    '登记的去世查对属实后，逝者在这里的事自己停下，同住的家人会被请来再看看。停错了，在这里收回：约的时间不会自己回来，本人会看到停了哪一次、怎么再约。',
  roles: ['operator', 'auditor'],
  load: () => call('GET', '/after-death'),
  render({ items }, { staff, reload }) {
    if (items.length === 0) return element('p', { class: 'state' }, '还没有。');
    return cards(items.map((each) => row(each, staff.role === 'operator', reload)));
  },
};

function row(each, may, reload) {
  const standing = each.state === 'standing';
  return card(
    each.name,
    [pill(standing ? '已停' : '已收回', standing ? '' : 'wait'), ...(each.settled ? [] : [pill('还在办', 'wait')])],
    facts([
      ['去世', day(each.died)],
      ['死亡证明', each.certificate],
      ['收到', time(each.at)],
      ['收回', time(each.withdrawnAt)],
      ['为什么收回', each.why],
      ...each.effects.map(({ what, which, state, at }) => [
        WHATS[what],
        [which, `${STATES[state]}（${time(at)}）`].filter(Boolean).join('，'),
      ]),
      ['系统找不到的', standing ? NOT_FOUND : undefined],
    ]),
    standing && may ? form(each, reload) : undefined,
  );
}

function form({ id }, reload) {
  const run = (reason) => call('POST', `/after-death/${id}/withdrawal`, { reason });
  const warning = '收回以后，能恢复的会恢复，恢复不了的会告诉本人怎么再办。';
  const acts = [{ name: '这条错了，收回', busy: '正在收回…', done: '已收回。', run, warning, sure: '收回' }];
  return element(
    'details',
    {},
    element('summary', {}, '人还在，停错了'),
    reasonForm({ label: '原因（会留底）', after: reload, acts }),
  );
}
