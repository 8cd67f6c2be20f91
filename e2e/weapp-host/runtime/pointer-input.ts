import { fireEvent, runBuiltInActions, touchAt } from './events';

const LONG_PRESS_MS = 350;
const TAP_SLACK_PX = 10;

interface Press {
  readonly target: Element;
  readonly x: number;
  readonly y: number;
  readonly timer: number;
}

/** Turns the real pointer (a person's, or a browser driver's) into WeChat's touch, tap and longpress events. */
export function listenToPointer(page: Document): void {
  let press: Press | undefined;
  page.addEventListener(
    'pointerdown',
    (event) => {
      if (!(event.target instanceof (page.defaultView ?? window).Element)) return;
      const target: Element = event.target;
      const point = { x: event.clientX, y: event.clientY };
      const timer = window.setTimeout(() => fireEvent(target, 'longpress', point), LONG_PRESS_MS);
      press = { target, ...point, timer };
      const touches = [touchAt(point)];
      fireEvent(target, 'touchstart', point, { touches, changedTouches: touches });
    },
    true,
  );
  page.addEventListener(
    'pointerup',
    (event) => {
      if (!press) return;
      const { target, x, y, timer } = press;
      press = undefined;
      window.clearTimeout(timer);
      const point = { x: event.clientX, y: event.clientY };
      const lists = { touches: [], changedTouches: [touchAt(point)] };
      fireEvent(target, 'touchend', point, lists);
      if (Math.hypot(point.x - x, point.y - y) >= TAP_SLACK_PX) return;
      fireEvent(target, 'tap', point, lists);
      runBuiltInActions(target);
    },
    true,
  );
}
