import { call, streets } from './api.js';
import { card, cards, element, facts, pill } from './element.js';
import { bureau, time } from './format.js';
import { reasonForm } from './reason-form.js';

export const sendingOnView = {
  id: 'sending-on',
  title: '转办',
  about: '一件申请转到另一个街道，或送到区里。用回执号找。申请人看得到转给了谁、为什么，办理时限照算。',
  roles: ['operator', 'street-clerk'],
  load: () => Promise.all([streets(), call('GET', '/delegation')]),
  render([known, delegation]) {
    const districts = delegation.items.map(({ district }) => [`${district.name}民政局`, district.code]);
    const offices = new Map([...districts, ...known]);
    const receipt = element('input', { id: 'receipt', autocomplete: 'off', autocapitalize: 'characters' });
    const found = element('div', { class: 'group spaced', 'aria-live': 'polite' });
    const look = async () => {
      try {
        const { items } = await call('GET', `/cases?receipt=${encodeURIComponent(receipt.value.trim())}`);
        found.replaceChildren(
          items.length === 0
            ? element('p', { class: 'state' }, '您这里没有这个回执号的申请。')
            : cards(items.map((each) => row(each, offices, look))),
        );
      } catch (trouble) {
        found.replaceChildren(element('p', { class: 'error', role: 'alert' }, trouble.message));
      }
    };
    const names = [...offices.keys()].map((name) => element('option', { value: name }));
    return element(
      'div',
      {},
      element('datalist', { id: 'offices' }, ...names),
      element('label', { for: 'receipt' }, '回执号'),
      receipt,
      element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'primary', onclick: () => void look() }, '找'),
      ),
      found,
    );
  },
};

function row({ caseId, bureau: code, holder, applicant, path, over }, offices, again) {
  const to = element('input', { id: `to-${caseId}`, list: 'offices', autocomplete: 'off' });
  const act = {
    name: '转过去',
    primary: true,
    busy: '正在转…',
    done: '已转。申请人看得到。',
    run: (reason) => {
      const office = offices.get(to.value.trim());
      if (office === undefined) throw new Error('没有这个单位，请从列表里选。');
      return call('POST', `/cases/${caseId}/office`, { office, reason });
    },
  };
  const went = path.map(
    ({ office, since, why }) => `${office}（${time(since)}${why === undefined ? '' : `，${why}`}）`,
  );
  return card(
    holder,
    over ? [pill('办完了', 'wait')] : [],
    facts([
      ['申请人', applicant],
      ['所在系统', bureau(code)],
      ['走过', went.join(' → ')],
    ]),
    over
      ? undefined
      : element(
          'div',
          {},
          element('label', { for: `to-${caseId}` }, '转到哪里'),
          to,
          reasonForm({ label: '为什么转（申请人看得到）', acts: [act], after: again }),
        ),
  );
}
