import { requiredElement } from './shell';

export interface ModalOptions {
  readonly title?: string;
  readonly content?: string;
  readonly showCancel?: boolean;
  readonly cancelText?: string;
  readonly confirmText?: string;
}

interface OpenDialog {
  readonly layer: HTMLElement;
  answer(choice: number): void;
}

const DEFAULT_TOAST_MS = 1500;

/** Dialogs WeChat draws over every page. One that is open covers the page, for a finger and for a test. */
export class ShellDialogs {
  private readonly layer = requiredElement('dialogs');
  private readonly toast = requiredElement('toast');
  private open: OpenDialog | undefined;
  private toastTimer = 0;

  /** What covers the page now, in words; undefined when nothing does. */
  get covering(): string | undefined {
    return this.open ? `dialog "${this.open.layer.textContent}"` : undefined;
  }

  /** Resolves with true (confirm) or false (cancel) once somebody answers. */
  async modal(options: ModalOptions): Promise<boolean> {
    const confirm = options.confirmText ?? '确定';
    const buttons = options.showCancel === false ? [confirm] : [options.cancelText ?? '取消', confirm];
    const choice = await this.ask([options.title ?? '', options.content ?? ''], buttons);
    return choice === buttons.length - 1;
  }

  /** Resolves with the index of the chosen line, or -1 when cancelled. */
  actionSheet(items: readonly string[]): Promise<number> {
    return this.ask([], [...items]);
  }

  /** Answers the open dialog as a finger would; throws when there is none. */
  answer(choice: 'confirm' | 'cancel' | number): void {
    const open = this.open;
    if (!open) throw new Error('there is no open dialog to answer');
    const count = open.layer.querySelectorAll('button').length;
    if (typeof choice === 'number') open.answer(choice);
    else open.answer(choice === 'confirm' ? count - 1 : count > 1 ? 0 : -1);
  }

  showToast(title: string, durationMs = DEFAULT_TOAST_MS): void {
    this.toast.textContent = title;
    this.toast.hidden = false;
    window.clearTimeout(this.toastTimer);
    if (Number.isFinite(durationMs)) this.toastTimer = window.setTimeout(() => this.hideToast(), durationMs);
  }

  hideToast(): void {
    this.toast.hidden = true;
  }

  private ask(texts: readonly string[], buttons: readonly string[]): Promise<number> {
    if (this.open) throw { errMsg: 'a dialog is already open' };
    return new Promise((resolve) => {
      const layer = document.createElement('div');
      layer.className = 'dialog';
      const answer = (choice: number): void => {
        layer.remove();
        this.layer.hidden = true;
        this.open = undefined;
        resolve(choice);
      };
      layer.append(...texts.filter(Boolean).map((text) => textElement('p', text)));
      buttons.forEach((text, index) => {
        const button = textElement('button', text);
        button.addEventListener('click', () => answer(index));
        layer.append(button);
      });
      this.layer.replaceChildren(layer);
      this.layer.hidden = false;
      this.open = { layer, answer };
    });
  }
}

function textElement(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
