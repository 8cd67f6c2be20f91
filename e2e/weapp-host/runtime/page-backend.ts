import { CurrentWindowBackendContext } from 'glass-easel';
import type { ViewElement, ViewWindow } from './view-element';

/** glass-easel's view of one page's iframe: elements are made there, events come from the host and not from the DOM. */
export class PageBackend extends CurrentWindowBackendContext {
  constructor(
    private readonly view: ViewWindow,
    elementName: (tag: string) => string,
    private readonly onError: (thrown: unknown) => void,
  ) {
    super();
    const page = view.document;
    this.document = {
      createElement: (tag) => page.createElement(elementName(tag)),
      createTextNode: (text) => page.createTextNode(text),
      createDocumentFragment: () => page.createDocumentFragment(),
    };
  }

  override getRootNode(): unknown {
    return this.view.document.body;
  }

  override onEvent(): void {}

  /** A template's listeners stay as long as their element does, so they are only added up. */
  override setListenerStats(element: ViewElement, type: string): void {
    element.listensTo ??= new Set();
    element.listensTo.add(type);
  }

  override setModelBindingStat(
    element: ViewElement,
    attribute: string,
    listener: ((value: unknown) => void) | null,
  ): void {
    element.modelBindings ??= {};
    if (listener) element.modelBindings[attribute] = listener;
    else delete element.modelBindings[attribute];
  }

  override render(callback: (error: Error | null) => void): void {
    this.view.requestAnimationFrame(() => {
      try {
        callback(null);
      } catch (thrown) {
        this.onError(thrown);
      }
    });
  }

  override getWindowWidth(): number {
    return this.view.innerWidth;
  }

  override getWindowHeight(): number {
    return this.view.innerHeight;
  }
}
