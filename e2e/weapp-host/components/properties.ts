/** A property's value when the template gives none; its type is the property's type. */
type Defaults = Readonly<Record<string, boolean | number | string>>;

const FIELD: Defaults = {
  ...{ value: '', placeholder: '', 'placeholder-style': '', 'placeholder-class': 'input-placeholder' },
  ...{ disabled: false, maxlength: 140, 'cursor-spacing': 0, focus: false, 'auto-focus': false },
  ...{ 'confirm-hold': false, cursor: -1, 'selection-start': -1, 'selection-end': -1 },
  ...{ 'adjust-position': true, 'hold-keyboard': false },
};
const HOVER: Defaults = { 'hover-class': 'none', 'hover-stop-propagation': false };

/** Type and default of the built-ins' properties, as WeChat documents them. */
const PROPERTIES: Readonly<Record<string, Defaults>> = {
  view: { ...HOVER, 'hover-start-time': 50, 'hover-stay-time': 400 },
  text: { selectable: false, 'user-select': false, space: '', decode: false },
  image: { src: '', mode: 'scaleToFill', 'lazy-load': false, 'show-menu-by-longpress': false, webp: false },
  input: { ...FIELD, type: 'text', password: false, 'confirm-type': 'done' },
  textarea: { ...FIELD, 'confirm-type': 'return', 'auto-height': false, fixed: false, 'show-confirm-bar': true },
  button: {
    ...{ ...HOVER, 'hover-class': 'button-hover', 'hover-start-time': 20, 'hover-stay-time': 70 },
    ...{ size: 'default', type: 'default', plain: false, disabled: false, loading: false },
    ...{ 'form-type': '', 'open-type': '' },
  },
  'scroll-view': {
    ...{ 'scroll-x': false, 'scroll-y': false, 'upper-threshold': 50, 'lower-threshold': 50 },
    ...{ 'scroll-into-view': '', 'scroll-with-animation': false, 'enable-back-to-top': false, 'enable-flex': false },
    ...{ 'refresher-enabled': false, 'refresher-triggered': false, enhanced: false, bounces: true },
    ...{ 'show-scrollbar': true, 'paging-enabled': false },
  },
  swiper: {
    ...{ 'indicator-dots': false, autoplay: false, current: 0, interval: 5000, duration: 500 },
    ...{ circular: false, vertical: false, 'display-multiple-items': 1 },
  },
  switch: { checked: false, disabled: false, type: 'switch', color: '#04BE02' },
  checkbox: { value: '', checked: false, disabled: false, color: '#09BB07' },
  radio: { value: '', checked: false, disabled: false, color: '#09BB07' },
  slider: { min: 0, max: 100, step: 1, disabled: false, value: 0, 'show-value': false },
  picker: { mode: 'selector', disabled: false },
  form: { 'report-submit': false },
  label: { for: '' },
  navigator: { target: 'self', url: '', 'open-type': 'navigate', delta: 1, 'hover-class': 'navigator-hover' },
  'rich-text': { space: '' },
  'movable-area': { 'scale-area': false },
  'movable-view': { direction: 'none', inertia: false, x: 0, y: 0, disabled: false, animation: true },
};

/** Built-ins that are what they look like: a block, with nothing of their own to do. */
const PLAIN = new Set(['page', 'x', 'view', 'text', 'cover-view', 'swiper-item', 'movable-area', 'block', 'slot']);

/** What the host takes and does nothing about, though a phone would; a value that asks for it is reported. */
const WITHOUT_EFFECT: Readonly<Record<string, readonly string[]>> = {
  text: ['space', 'decode'],
  'scroll-view': ['refresher-enabled', 'paging-enabled'],
  swiper: ['autoplay', 'vertical', 'circular'],
};

export function defaultsOf(tag: string): Defaults {
  return PROPERTIES[tag] ?? {};
}

export function isPlain(tag: string): boolean {
  return PLAIN.has(tag);
}

/** Whether the value asks of the built-in what the host does not do. */
export function asksTooMuch(tag: string, name: string, value: unknown): boolean {
  return WITHOUT_EFFECT[tag]?.includes(name) === true && value !== defaultsOf(tag)[name];
}

/**
 * What a built-in makes of the value a template gives: the default for none, else of the property's type. Any text but
 * the empty one is true, `'false'` too: WeChat warns of it in its documents.
 */
export function typedValue(tag: string, name: string, value: unknown): unknown {
  const usual = defaultsOf(tag)[name];
  if (usual === undefined) return value;
  if (value === undefined || value === null) return usual;
  if (typeof usual === 'boolean') return Boolean(value);
  if (typeof usual === 'string') return typeof value === 'object' ? value : String(value);
  const number = Number(value);
  return value === '' || Number.isNaN(number) ? usual : number;
}
