import { runNumber } from '../../runtime/run-number';
import { componentOf, type ViewElement } from '../../runtime/view-element';

/** What the client keeps of an element. With `nodeId` it treats it as a custom component. */
export interface ElementHandle {
  readonly elementId: string;
  readonly tagName: string;
  readonly nodeId?: string;
}

/** Hands out ids for elements and finds them again. */
export class ElementRegistry {
  private readonly byId = new Map<string, ViewElement>();
  private readonly ids = new WeakMap<ViewElement, string>();

  handle(element: ViewElement): ElementHandle {
    const elementId = this.ids.get(element) ?? `e${runNumber}-${this.byId.size + 1}`;
    this.ids.set(element, elementId);
    this.byId.set(elementId, element);
    const component = componentOf(element);
    const isPage = element.tagName === 'WX-PAGE';
    const tag = element.tagName.toLowerCase().replace(/^wx-/, '');
    const tagName = component && tag === 'x' ? (component.tagName ?? component.is) : tag;
    return { elementId, tagName, ...(component && !isPage ? { nodeId: elementId } : {}) };
  }

  /** Throws when the id was never given or the element has left the page. */
  find(elementId: unknown): ViewElement {
    const element = this.byId.get(String(elementId));
    if (!element) throw new Error(`no such element: ${String(elementId)}`);
    if (!element.isConnected) throw new Error(`the element is no longer on the page: ${String(elementId)}`);
    return element;
  }
}
