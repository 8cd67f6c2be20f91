import { element, say } from './element.js';

const MISSING = '请写明原因，至少两个字。';

let count = 0;

/**
 * A reason and the acts it is given for. What was typed stays until an act has succeeded. An act with `warning` is asked
 * about once more.
 * @param acts `{ name, busy, done, run(reason), primary?, warning?, sure? }`
 * @param after called when an act has succeeded
 */
export function reasonForm({ label, acts, after }) {
  return new ReasonForm(label, acts, after).form;
}

class ReasonForm {
  constructor(label, acts, after) {
    count += 1;
    const id = `reason-${count}`;
    this.acts = acts;
    this.after = after;
    this.text = element('textarea', { id, maxlength: 500, 'aria-describedby': `${id}-error`, required: true });
    this.error = element('p', { id: `${id}-error`, class: 'error', role: 'alert' });
    this.buttons = element('div', { class: 'buttons' });
    const about = element('label', { for: id }, label);
    this.form = element('form', { class: 'act', novalidate: true }, about, this.text, this.error, this.buttons);
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.offer();
  }

  offer() {
    this.buttons.replaceChildren(...this.acts.map((act) => button(act, () => this.begin(act))));
  }

  begin(act) {
    const missing = this.text.value.trim().length < 2;
    this.text.setAttribute('aria-invalid', String(missing));
    this.error.textContent = missing ? MISSING : '';
    if (missing) this.text.focus();
    else if (act.warning === undefined) void this.run(act);
    else this.askOnceMore(act);
  }

  askOnceMore(act) {
    const sure = button({ name: act.sure, warning: act.warning }, () => void this.run(act));
    const warning = element('p', { class: 'note' }, act.warning);
    this.buttons.replaceChildren(
      warning,
      sure,
      button({ name: '先不' }, () => this.offer()),
    );
    sure.focus();
  }

  async run(act) {
    this.error.textContent = '';
    this.buttons.replaceChildren(element('button', { type: 'button', disabled: true }, act.busy));
    this.form.setAttribute('aria-busy', 'true');
    try {
      await act.run(this.text.value.trim());
      this.text.value = '';
      say(act.done);
      this.after();
    } catch (trouble) {
      this.error.textContent = trouble.message;
      this.offer();
    } finally {
      this.form.removeAttribute('aria-busy');
    }
  }
}

function button({ name, primary, warning }, press) {
  const kind = primary ? 'primary' : warning === undefined ? '' : 'danger';
  return element('button', { type: 'button', class: kind, onclick: press }, name);
}
