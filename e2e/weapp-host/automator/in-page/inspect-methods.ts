import type { HostPage } from '../../runtime/host-page';
import type { ViewElement } from '../../runtime/view-element';
import { plainClasses } from './describe-element';
import type { AutomatorMethods, MethodParts } from './method-parts';

/** Something on the page that answers a finger. */
export interface Tappable {
  readonly tag: string;
  readonly id: string;
  readonly className: string;
  /** As they stand in the rendered WXML; absent when the template gave none. */
  readonly role?: string;
  readonly label?: string;
  /** A screen reader passes it over: `aria-hidden` on it or on what it lies in. */
  readonly unheard: boolean;
  /** Each run of text inside that is seen and not hidden from a screen reader, in order. */
  readonly texts: readonly string[];
  /** On the whole page, however far it is scrolled. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Stays where it is while the page scrolls under it. */
  readonly pinned: boolean;
  /** Not drawn: no size, `visibility` or `opacity`. */
  readonly hidden: boolean;
  readonly disabled: boolean;
  /** Place in the list of the nearest tappable it lies in. */
  readonly inside?: number;
}

export interface InspectedPage {
  readonly path: string;
  /** All of it, and the part of it the screen shows at once. */
  readonly width: number;
  readonly height: number;
  readonly screenHeight: number;
  readonly tappables: readonly Tappable[];
}

/** Built-ins that answer a finger without any listener. */
const CONTROLS = new Set(
  'button checkbox input navigator picker radio slider switch textarea'
    .split(' ')
    .map((tag) => `WX-${tag.toUpperCase()}`),
);
const TAP_EVENTS = ['tap', 'longpress', 'longtap'];

/** `Host.tappables`: the page on screen as a finger and a screen reader meet it. */
export function inspectMethods({ bundle, router }: MethodParts): AutomatorMethods {
  const scopes = new Set(Object.values(bundle.scopes).filter(Boolean));
  return { 'Host.tappables': () => inspect(router.top, scopes) };
}

function inspect({ path, view }: HostPage, scopes: ReadonlySet<string>): InspectedPage {
  const { scrollWidth, scrollHeight } = view.document.documentElement;
  const elements = [...view.document.body.querySelectorAll<ViewElement>('*')].filter(isTappable);
  return {
    path,
    width: scrollWidth,
    height: scrollHeight,
    screenHeight: view.innerHeight,
    tappables: elements.map((element) => describe(element, elements, scopes)),
  };
}

function isTappable(element: ViewElement): boolean {
  return CONTROLS.has(element.tagName) || TAP_EVENTS.some((type) => element.listensTo?.has(type));
}

function describe(element: ViewElement, all: readonly ViewElement[], scopes: ReadonlySet<string>): Tappable {
  const [role, label] = [element.getAttribute('aria-role'), element.getAttribute('aria-label')];
  const around = [...ancestors(element)].map((each) => all.indexOf(each)).find((at) => at >= 0);
  const { left, top, width, height } = element.getBoundingClientRect();
  const { scrollX, scrollY } = windowOf(element);
  return {
    tag: element.tagName.toLowerCase().replace(/^wx-/, ''),
    id: element.id,
    className: plainClasses(element.className, scopes),
    ...(role !== null && { role }),
    ...(label !== null && { label }),
    unheard: isUnheard(element),
    texts: textsIn(element),
    box: { left: left + scrollX, top: top + scrollY, width, height },
    pinned: [element, ...ancestors(element)].some(isPinned),
    hidden: isHidden(element),
    disabled: element.props?.disabled === true,
    ...(around !== undefined && { inside: around }),
  };
}

function* ancestors(element: Element): Generator<ViewElement> {
  for (let each = element.parentElement; each; each = each.parentElement) yield each;
}

function windowOf(element: Element): Window {
  return element.ownerDocument.defaultView ?? window;
}

function isPinned(element: Element): boolean {
  return ['fixed', 'sticky'].includes(windowOf(element).getComputedStyle(element).position);
}

function isHidden(element: Element): boolean {
  return !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.clientHeight === 0;
}

function isUnheard(element: Element): boolean {
  return element.closest('[aria-hidden="true"]') !== null;
}

function textsIn(element: Element): string[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const within = node.parentElement;
    if (text !== '' && within && !isUnheard(within) && within.checkVisibility()) texts.push(text);
  }
  return texts;
}
