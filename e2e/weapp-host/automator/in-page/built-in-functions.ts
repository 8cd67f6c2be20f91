import { fireTap } from '../../runtime/events';
import type { ViewElement } from '../../runtime/view-element';
import { touchablePoint } from './tap-target';

type BuiltInFunction = (element: ViewElement, args: readonly unknown[]) => unknown;

/** Calls a method of the custom element itself; its errors reach the test. */
const own =
  (method: string): BuiltInFunction =>
  (element, args) => {
    const found: unknown = Reflect.get(element, method);
    if (typeof found !== 'function') throw new Error(`${element.tagName} has no ${method}`);
    found.apply(element, args);
    return undefined;
  };

const FUNCTIONS: Readonly<Record<string, BuiltInFunction>> = {
  'input.input': own('input'),
  'textarea.input': own('input'),
  'slider.slideTo': own('slideTo'),
  'swiper.swipeTo': own('swipeTo'),
  'movable-view.moveTo': own('moveTo'),
  'switch.tap': (element) => fireTap(element, touchablePoint(element)),
  'scroll-view.scrollTo': (element, [x, y]) => element.scrollTo(Number(x) || 0, Number(y) || 0),
  'scroll-view.scrollTop': (element) => element.scrollTop,
  'scroll-view.scrollLeft': (element) => element.scrollLeft,
  'scroll-view.scrollWidth': (element) => element.scrollWidth,
  'scroll-view.scrollHeight': (element) => element.scrollHeight,
};

/** What the client's Input, Switch, ScrollView … classes call. Throws for one the host lacks. */
export function builtInFunction(name: string): BuiltInFunction {
  const found = FUNCTIONS[name];
  if (!found) throw new Error(`${name} is not supported by the headless host`);
  return found;
}
