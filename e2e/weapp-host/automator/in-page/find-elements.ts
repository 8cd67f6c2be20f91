import { componentOf, ownerOf, type ViewElement } from '../../runtime/view-element';
import type { Params } from './method-parts';

/**
 * Elements below `root` that match the translated selector. As in WeChat a search stays inside one component:
 * only elements of the owner's own template count, unless the selector pierces (`>>>`, an extension of this host).
 */
export function findElements(root: Element, params: Params, owner: unknown): ViewElement[] {
  const found = [...root.querySelectorAll<ViewElement>(String(params.css))].filter((element) => element.__wxElement);
  if (params.pierce === true || owner === undefined) return found;
  return found.filter((element) => element.tagName === 'WX-PAGE' || ownerOf(element) === owner);
}

/** Elements inside another one: of the same template, or of the component's own if it is one. */
export function findInside(element: ViewElement, params: Params): ViewElement[] {
  return findElements(element, params, componentOf(element) ?? ownerOf(element));
}

/** Elements by xpath; tag names are WeChat's (`//view[@id="x"]`). */
export function findByXpath(root: Node, xpath: unknown): ViewElement[] {
  const page = root.ownerDocument;
  if (!page) return [];
  const translated = String(xpath).replace(/(^|\/)([a-z][\w-]*)(?=[[/]|$)/g, '$1wx-$2');
  const snapshot = page.evaluate(translated, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  const nodes = Array.from({ length: snapshot.snapshotLength }, (_, index) => snapshot.snapshotItem(index));
  return (nodes as (ViewElement | null)[]).filter((node): node is ViewElement => node?.__wxElement !== undefined);
}
