import type { ViewWindow } from '../runtime/view-element';
import { createBaseElement, type ViewParts } from './base-element';
import { createNavigator, createScrollView, createSwiper } from './containers';
import { createField } from './fields';
import { createButton, createForm, createLabel, createPicker, createSlider } from './forms';
import { createImage, createRichText } from './media';
import { createMovableView } from './movable-view';
import { isPlain } from './properties';
import { createGroup, createToggle } from './toggles';

/**
 * Defines WeChat's built-ins as `wx-*` custom elements in one page's window.
 * Returns the element name of a template tag, defining a plain block for any other tag; a
 * built-in that does something on a phone and nothing here is reported.
 */
export function defineComponents(view: ViewWindow, rest: Omit<ViewParts, 'view'>): (tag: string) => string {
  const parts: ViewParts = { view, ...rest };
  const Base = createBaseElement(parts);
  const builtIns: Record<string, CustomElementConstructor> = {
    input: createField(Base, parts, 'input'),
    textarea: createField(Base, parts, 'textarea'),
    switch: createToggle(Base, 'switch'),
    checkbox: createToggle(Base, 'checkbox'),
    radio: createToggle(Base, 'radio'),
    'checkbox-group': createGroup(Base, 'checkbox'),
    'radio-group': createGroup(Base, 'radio'),
    image: createImage(Base, parts),
    form: createForm(Base),
    button: createButton(Base, parts),
    label: createLabel(Base, parts),
    picker: createPicker(Base, parts),
    slider: createSlider(Base),
    'scroll-view': createScrollView(Base, parts),
    swiper: createSwiper(Base, parts),
    navigator: createNavigator(Base, parts),
    'rich-text': createRichText(Base),
    'movable-view': createMovableView(Base),
  };
  for (const [tag, element] of Object.entries(builtIns)) view.customElements.define(`wx-${tag}`, element);
  return (tag) => {
    const name = tag.startsWith('wx-') ? tag : `wx-${tag}`;
    if (view.customElements.get(name)) return name;
    view.customElements.define(name, class extends Base {});
    const plain = name.slice('wx-'.length);
    if (!isPlain(plain)) rest.actions.reportMissing(`<${plain}>`);
    return name;
  };
}
