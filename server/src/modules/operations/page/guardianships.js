import { call } from './api.js';
import { card, cards, element, facts } from './element.js';
import { reasonForm } from './reason-form.js';

const RELATIONS = { child: '父母和孩子', ward: '监护人和被监护人' };

export const guardianshipsView = {
  id: 'guardianships',
  title: '看监护材料',
  about: '有人来给您看户口簿、出生证或者法院的文书，请填对方手机上的 8 位口令。看过的都留底。',
  roles: ['operator', 'street-clerk'],
  load: async () => undefined,
  render: () => new Lookup().section,
};

class Lookup {
  constructor() {
    this.input = element('input', {
      id: 'show-code',
      maxlength: 12,
      autocomplete: 'off',
      autocapitalize: 'characters',
    });
    this.error = element('p', { class: 'error', role: 'alert' });
    this.found = element('div', { 'aria-live': 'polite' });
    const button = element('button', { type: 'submit', class: 'primary' }, '查');
    const form = element(
      'form',
      { class: 'act', novalidate: true },
      element('label', { for: 'show-code' }, '口令'),
      this.input,
      this.error,
      element('div', { class: 'buttons' }, button),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.look();
    });
    this.section = element('section', { class: 'group' }, element('div', { class: 'card spaced' }, form), this.found);
  }

  async look() {
    this.error.textContent = '';
    this.found.replaceChildren();
    const code = this.input.value.trim();
    try {
      this.show(code, await call('POST', '/guardianships/lookup', { code }));
    } catch (trouble) {
      this.error.textContent = trouble.message;
      this.input.focus();
    }
  }

  show(code, { guardian, ward, relation }) {
    const run = (reason) => call('POST', '/guardianships/confirmation', { code, reason });
    const act = { name: '材料看过，对得上', primary: true, busy: '正在记下…', done: '已记下。', run };
    const form = reasonForm({
      label: '看了什么材料（会留底）',
      acts: [act],
      after: () => {
        this.found.replaceChildren();
        this.input.value = '';
      },
    });
    const about = facts([
      ['关系', RELATIONS[relation]],
      ['监护人', `${guardian.name} ${guardian.idNumber}`],
      ['孩子或被监护人', `${ward.name} ${ward.idNumber}，${ward.age} 岁`],
    ]);
    this.found.replaceChildren(cards([card(ward.name, [], about, form)]));
  }
}
