import { centreOf, type Point, type ViewElement } from '../../runtime/view-element';
import { shortName } from './describe-element';

/**
 * Where a finger can really touch the element: visible, inside the page's window, nothing above it.
 * Scrolls it into view first. Throws, saying what is in the way, when there is no such place.
 */
export function touchablePoint(element: ViewElement): Point {
  const view = element.ownerDocument.defaultView;
  if (!view) throw new Error(`${shortName(element)} is not on a page`);
  if (view.frameElement instanceof HTMLElement && view.frameElement.style.visibility === 'hidden') {
    throw new Error(`${shortName(element)} is on a page that is not on screen`);
  }
  refuseInvisible(element, view);
  let obstacle = obstacleAt(element, centreOf(element));
  if (obstacle !== undefined) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    obstacle = obstacleAt(element, centreOf(element));
  }
  if (obstacle === undefined) return centreOf(element);
  const reachable = linePoints(element).find((point) => obstacleAt(element, point) === undefined);
  if (!reachable) throw new Error(`${shortName(element)} cannot be tapped: ${obstacle}`);
  return reachable;
}

function refuseInvisible(element: ViewElement, view: Window): void {
  const box = element.getBoundingClientRect();
  const style = view.getComputedStyle(element);
  if (style.visibility !== 'visible') throw new Error(`${shortName(element)} is hidden (visibility)`);
  if (box.width === 0 || box.height === 0) throw new Error(`${shortName(element)} is not visible: it has no size`);
  if (Number(style.opacity) === 0) throw new Error(`${shortName(element)} is not visible: it is transparent`);
}

/** What a finger at the point would touch instead of the element; undefined when it touches the element. */
function obstacleAt(element: ViewElement, { x, y }: Point): string | undefined {
  const hit = element.ownerDocument.elementFromPoint(x, y);
  if (!hit) return 'it is outside the screen';
  return element.contains(hit) ? undefined : `it is covered by ${shortName(hit)}`;
}

/** The middle of each line of an element that wraps, whose common centre may lie on nothing. */
function linePoints(element: ViewElement): Point[] {
  return [...element.getClientRects()].map((box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 }));
}
