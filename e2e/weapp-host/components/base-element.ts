import type { GeneralNode } from 'glass-easel';
import type { ViewElement, ViewWindow } from '../runtime/view-element';
import type { BuiltInActions } from './built-in-actions';
import { asksTooMuch, defaultsOf, typedValue } from './properties';

export interface ViewParts {
  readonly view: ViewWindow;
  /** Folder of the page with a trailing slash: relative image paths start there. */
  readonly folder: string;
  readonly actions: BuiltInActions;
}

export function isTruthy(value: unknown): boolean {
  return value !== '' && Boolean(value);
}

function styleText(value: string): string {
  return value.replace(/(-?[\d.]+)rpx\b/g, (_, amount: string) => `${Number(amount) / 7.5}vw`);
}

/** The class all built-ins of one page extend. It must be made per iframe: each has its own HTMLElement. */
export function createBaseElement({ view, actions }: ViewParts) {
  return class BaseElement extends view.HTMLElement implements ViewElement {
    /** By name; behind what a template gave stand the defaults. */
    readonly props: Record<string, unknown> = Object.create(defaultsOf(this.tag));
    modelBindings: Record<string, (value: unknown) => void> = {};
    declare __wxElement?: GeneralNode;

    override setAttribute(name: string, value: unknown): void {
      if (name === 'exparser:info-attr-id') {
        super.setAttribute('id', String(value));
        return;
      }
      if (name === 'style') {
        super.setAttribute('style', styleText(String(value)));
        return;
      }
      const given = typedValue(this.tag, name, templateValue(this.__wxElement, name, value));
      if (asksTooMuch(this.tag, name, given)) actions.reportMissing(`<${this.tag} ${name}>`);
      if (typeof given === 'boolean') {
        this.setBoolean(name, given);
        return;
      }
      this.props[name] = given;
      if (given !== undefined && given !== null && typeof given !== 'object') super.setAttribute(name, String(given));
      this.propertyChanged(name, given);
    }

    override removeAttribute(name: string): void {
      const usual = typedValue(this.tag, name, undefined) ?? false;
      this.props[name] = usual;
      super.removeAttribute(name);
      this.propertyChanged(name, usual);
    }

    /** Fires a WeChat event; a two-way binding hears it first. */
    fire(type: string, detail: Record<string, unknown> = {}): void {
      if (type === 'input' || type === 'change') {
        this.modelBindings.value?.(detail.value);
        this.modelBindings.checked?.(detail.value);
      }
      actions.fire(this, type, detail);
    }

    get tag(): string {
      return this.tagName.toLowerCase().slice('wx-'.length);
    }

    get isDisabled(): boolean {
      return isTruthy(this.props.disabled);
    }

    /** Called after each change of a property; built-ins override it. */
    propertyChanged(_name: string, _value: unknown): void {}

    private setBoolean(name: string, value: boolean): void {
      this.props[name] = value;
      if (value) super.setAttribute(name, '');
      else super.removeAttribute(name);
      this.propertyChanged(name, value);
    }
  };
}

/** The renderer hands on texts only ('' for both true and undefined); its node still knows the real value. */
function templateValue(node: GeneralNode | undefined, name: string, text: unknown): unknown {
  if (!node?.getAttribute) return text;
  const value = node.getAttribute(name);
  return value === null ? text : value;
}

export type BaseElementClass = ReturnType<typeof createBaseElement>;

/** Gives an element a shadow tree of its own and returns the inner element it wraps. */
export function wrapInner<K extends 'input' | 'textarea' | 'img'>(
  host: HTMLElement,
  tag: K,
  style: string,
): HTMLElementTagNameMap[K] {
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = host.ownerDocument.createElement('style');
  sheet.textContent = style;
  const inner = host.ownerDocument.createElement(tag);
  shadow.append(sheet, inner);
  return inner;
}
