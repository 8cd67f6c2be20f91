import { type BaseElementClass, isTruthy, type ViewParts, wrapInner } from './base-element';

const STYLE = `:host{display:block;overflow:hidden}
input,textarea{all:unset;width:100%;height:100%;display:block;box-sizing:border-box}
input{white-space:nowrap}textarea{white-space:pre-wrap}
::placeholder{color:#808080}`;

const NUMERIC_TYPES = new Set(['number', 'digit', 'idcard']);

/** `input` and `textarea`: a real field inside, WeChat's events outside. */
export function createField(Base: BaseElementClass, { view }: ViewParts, tag: 'input' | 'textarea') {
  return class FieldElement extends Base {
    private readonly inner = wrapInner(this, tag, STYLE);

    constructor() {
      super();
      const { inner } = this;
      limit(inner, Number(this.props.maxlength));
      inner.addEventListener('input', () => {
        this.fire('input', { value: inner.value, cursor: inner.selectionStart ?? inner.value.length, keyCode: 0 });
      });
      inner.addEventListener('focus', () => this.fire('focus', { value: inner.value, height: 0 }));
      inner.addEventListener('blur', () => this.fire('blur', { value: inner.value, cursor: inner.value.length }));
      inner.addEventListener('keydown', (event) => {
        if (event instanceof view.KeyboardEvent && event.key === 'Enter' && tag === 'input') {
          this.fire('confirm', { value: inner.value });
        }
      });
    }

    override propertyChanged(name: string, value: unknown): void {
      const { inner } = this;
      if (name === 'value') this.show(value);
      if (name === 'placeholder') inner.placeholder = value ? String(value) : '';
      if (name === 'disabled') inner.disabled = isTruthy(value);
      if (name === 'maxlength') limit(inner, Number(value));
      if (name === 'password' && inner instanceof view.HTMLInputElement)
        inner.type = isTruthy(value) ? 'password' : 'text';
      if (name === 'type') inner.inputMode = NUMERIC_TYPES.has(String(value)) ? 'decimal' : 'text';
      if (name === 'focus' && isTruthy(value)) view.requestAnimationFrame(() => inner.focus());
    }

    get value(): string {
      return this.inner.value;
    }

    /** Types a text as a person would: replaces what is there. Throws when the field is disabled. */
    input(text: unknown): void {
      if (this.isDisabled) throw new Error('the field is disabled');
      const { inner } = this;
      const typed = String(text);
      inner.value = inner.maxLength >= 0 ? typed.slice(0, inner.maxLength) : typed;
      inner.dispatchEvent(new view.Event('input'));
    }

    onTap(): void {
      this.inner.focus();
    }

    formValue(): unknown {
      return this.inner.value;
    }

    formReset(): void {
      this.inner.value = '';
    }

    private show(value: unknown): void {
      const text = value === undefined || value === null || value === false ? '' : String(value);
      if (this.inner.value !== text) this.inner.value = text;
    }
  };
}

/** A negative length is none. */
function limit(field: HTMLInputElement | HTMLTextAreaElement, length: number): void {
  if (length < 0) field.removeAttribute('maxlength');
  else field.maxLength = length;
}
