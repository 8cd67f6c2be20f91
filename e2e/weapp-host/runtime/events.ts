import { Event as GeneralEvent, type GeneralNode } from 'glass-easel';
import { isRecord, jsonCopy } from './json';
import { centreOf, type Point, type ViewElement } from './view-element';

/** Events that travel up the page in WeChat; all others stop at their target. */
const BUBBLING = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'touchforcechange',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

/** A tap on one of these does not also act on a built-in around it. */
const ACTS_ALONE = /^WX-(BUTTON|SWITCH|CHECKBOX|RADIO|PICKER|INPUT|TEXTAREA|SLIDER)$/;

export interface TouchLists {
  readonly touches: readonly unknown[];
  readonly changedTouches: readonly unknown[];
}

export function touchAt(point: Point): object {
  return { identifier: 0, pageX: point.x, pageY: point.y, clientX: point.x, clientY: point.y, force: 1 };
}

/** Makes event targets what the logic layer gets on a phone: plain data, never nodes. */
export function installPlainTargets(): void {
  const original = GeneralEvent.prototype.wrapShadowedEvent;
  GeneralEvent.prototype.wrapShadowedEvent = function wrapShadowedEvent(target, mark, currentTarget) {
    const event = original.call(this, target, mark, currentTarget);
    event.target = plainTarget(target);
    event.currentTarget = plainTarget(currentTarget);
    event.timeStamp = performance.now();
    return event;
  };
}

function plainTarget(given: GeneralNode): object {
  // A component's caller wraps its node in `_$`.
  const wrapped: unknown = isRecord(given) ? Reflect.get(given, '_$') : undefined;
  // cast: the adapter's typings keep to themselves that a caller wraps its node
  const node = isRecord(wrapped) ? (wrapped as unknown as GeneralNode) : given;
  const element = node.$$ ?? node.getBackendElement?.();
  return {
    id: node.id || '',
    dataset: jsonCopy(node.dataset) ?? {},
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
  };
}

let tapsUnderWay = 0;

/** Whether the app is answering a tap this moment: some of WeChat's questions may be asked then and at no other time. */
export function isTapUnderWay(): boolean {
  return tapsUnderWay > 0;
}

/** Dispatches a WeChat event at the nearest element glass-easel knows; does nothing when there is none. */
export function fireEvent(from: Node | null, type: string, detail?: unknown, touches?: TouchLists): void {
  let node: (Node & { __wxElement?: GeneralNode }) | null = from;
  while (node && !node.__wxElement) node = node.parentNode;
  if (!node?.__wxElement) return;
  const bubbles = BUBBLING.has(type);
  const extraFields = touches ?? (bubbles ? { touches: [], changedTouches: [] } : undefined);
  const isTap = type === 'tap';
  if (isTap) tapsUnderWay += 1;
  try {
    GeneralEvent.triggerEvent(node.__wxElement, type, jsonCopy(detail) ?? {}, {
      bubbles,
      composed: bubbles,
      capturePhase: bubbles,
      extraFields: { ...extraFields },
    });
  } finally {
    if (isTap) tapsUnderWay -= 1;
  }
}

/** A whole tap as a finger makes it: touchstart, touchend, tap, then what the built-in does by itself. */
export function fireTap(element: ViewElement, point: Point = centreOf(element)): void {
  const touches = [touchAt(point)];
  fireEvent(element, 'touchstart', point, { touches, changedTouches: touches });
  fireEvent(element, 'touchend', point, { touches: [], changedTouches: touches });
  fireEvent(element, 'tap', point, { touches: [], changedTouches: touches });
  runBuiltInActions(element);
}

/** Lets the built-ins at and around the element act, up to the first that acts alone. */
export function runBuiltInActions(target: Element): void {
  for (let element: Element | null = target; element; element = element.parentElement) {
    const viewElement = element as ViewElement;
    if (!viewElement.onTap) continue;
    viewElement.onTap({ target });
    if (ACTS_ALONE.test(element.tagName)) return;
  }
}
