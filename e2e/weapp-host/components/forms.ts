import type { ViewElement } from '../runtime/view-element';
import { type BaseElementClass, isTruthy, type ViewParts } from './base-element';

interface FormLike extends HTMLElement {
  submit(button: ViewElement): void;
  reset(): void;
}

/** `form`: collects every named field below it. */
export function createForm(Base: BaseElementClass) {
  return class FormElement extends Base implements FormLike {
    submit(): void {
      const value: Record<string, unknown> = {};
      for (const field of this.querySelectorAll<ViewElement>('*')) {
        const name = field.props?.name;
        if (field.formValue && typeof name === 'string') value[name] = field.formValue();
      }
      this.fire('submit', { value });
    }

    reset(): void {
      for (const field of this.querySelectorAll<ViewElement>('*')) field.formReset?.();
      this.fire('reset');
    }
  };
}

/** `button`: submits or resets its form, and notes the open-type the phone would serve. */
export function createButton(Base: BaseElementClass, { actions }: ViewParts) {
  return class ButtonElement extends Base {
    onTap(): void {
      if (this.isDisabled || isTruthy(this.props.loading)) return;
      const form = this.closest<FormLike>('wx-form');
      if (this.props['form-type'] === 'submit') form?.submit(this);
      if (this.props['form-type'] === 'reset') form?.reset();
      const openType = this.props['open-type'];
      if (!isTruthy(openType)) return;
      actions.recordNative(`open-type:${String(openType)}`, {});
      if (openType === 'agreePrivacyAuthorization') {
        actions.agreeToPrivacy(this.id);
        this.fire('agreeprivacyauthorization');
      }
    }
  };
}

const LABELLED = 'wx-switch,wx-checkbox,wx-radio,wx-button,wx-input';

/** `label`: a tap on it is a tap on the control it names or holds. */
export function createLabel(Base: BaseElementClass, { view, actions }: ViewParts) {
  return class LabelElement extends Base {
    onTap(event: { readonly target: EventTarget | null }): void {
      const named = this.props.for;
      const control = named ? view.document.getElementById(String(named)) : this.querySelector<ViewElement>(LABELLED);
      const target = event.target;
      if (control && !(target instanceof view.Node && control.contains(target))) actions.tap(control);
    }
  };
}

/** `picker`: the phone's own wheel. A test sets its value with `trigger('change', …)`, as on the real tool. */
export function createPicker(Base: BaseElementClass, { actions }: ViewParts) {
  return class PickerElement extends Base {
    onTap(): void {
      if (!this.isDisabled) actions.recordNative('picker', { mode: this.props.mode ?? 'selector' });
    }

    formValue(): unknown {
      return this.props.value ?? '';
    }
  };
}

/** `slider`. */
export function createSlider(Base: BaseElementClass) {
  return class SliderElement extends Base {
    slideTo(value: unknown): void {
      this.props.value = value;
      this.fire('changing', { value });
      this.fire('change', { value });
    }

    formValue(): unknown {
      return Number(this.props.value) || 0;
    }
  };
}
