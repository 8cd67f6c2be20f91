import { call } from './api.js';
import { element } from './element.js';

/** Asks for a fresh code; resolves to whether the server took one. What was being done waits behind it. */
export function askForCode(words) {
  return new Promise((resolve) => {
    const code = element('input', {
      ...{ id: 'code-again', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 6, required: true },
      'aria-describedby': 'code-again-error',
    });
    const error = element('p', { id: 'code-again-error', class: 'error', role: 'alert' });
    const go = element('button', { type: 'submit', class: 'primary' }, '确认');
    const not = element('button', { type: 'button', onclick: () => dialog.close() }, '先不看');
    const form = element(
      'form',
      { novalidate: true, onsubmit: (event) => void show(event) },
      element('p', {}, words),
      element('label', { for: 'code-again' }, '动态码'),
      code,
      error,
      element('div', { class: 'buttons' }, go, not),
    );
    const dialog = element('dialog', { class: 'ask', 'aria-label': '再输一次动态码' }, form);
    let shown = false;
    async function show(event) {
      event.preventDefault();
      go.disabled = true;
      error.textContent = '';
      try {
        await call('POST', '/sessions/current/code', { code: code.value.trim() });
        shown = true;
        dialog.close();
      } catch (trouble) {
        error.textContent = trouble.message;
        code.select();
      } finally {
        go.disabled = false;
      }
    }
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(shown);
    });
    document.body.append(dialog);
    dialog.showModal();
    code.focus();
  });
}
