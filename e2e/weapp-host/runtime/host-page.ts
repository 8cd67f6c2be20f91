import { safeCallback } from 'glass-easel';
import type { Caller, Root } from 'glass-easel-miniprogram-adapter';
import type { HostBundle, WindowConfig } from '../compile/bundle';
import type { BuiltInActions } from '../components/built-in-actions';
import { defineComponents } from '../components/define-components';
import viewStyle from '../components/view.css';
import type { ProjectCode } from './code-space';
import type { EventChannel } from './event-channel';
import { PageBackend } from './page-backend';
import { listenToPointer } from './pointer-input';
import type { ShownPage } from './shell';
import type { ViewWindow } from './view-element';

export interface Route {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export interface PageSurroundings {
  readonly bundle: HostBundle;
  readonly code: ProjectCode;
  readonly container: HTMLElement;
  readonly actions: BuiltInActions;
  readonly onError: (thrown: unknown) => void;
}

const DEFAULT_REACH_BOTTOM_PX = 50;

/** One page instance in its own iframe, as WeChat gives each page its own webview. */
export class HostPage implements ShownPage {
  readonly path: string;
  readonly query: Route['query'];
  readonly frame: HTMLIFrameElement;
  readonly view: ViewWindow;
  readonly config: WindowConfig;
  readonly root: Root;
  readonly caller: Caller;
  /** To the page that opened this one by navigateTo. */
  opener: EventChannel | undefined;
  title?: string;
  navigationColors?: { front: string; back: string };
  /** Resolves when the page has been drawn and its onReady has run. */
  ready: Promise<void> = Promise.resolve();
  private readonly placeholder: HTMLElement;

  constructor(
    readonly id: number,
    route: Route,
    surroundings: PageSurroundings,
  ) {
    const { bundle, code } = surroundings;
    this.path = route.path;
    this.query = route.query;
    this.config = { ...bundle.app.window, ...bundle.components[route.path] };
    this.frame = document.createElement('iframe');
    this.frame.className = 'page';
    surroundings.container.append(this.frame);
    this.view = openView(this.frame);
    const folder = `/${this.path.replace(/[^/]*$/, '')}`;
    const elementName = defineComponents(this.view, { folder, actions: surroundings.actions });
    this.addStyle(bundle);
    listenToPointer(this.view.document);
    const backend = new PageBackend(this.view, elementName, surroundings.onError);
    this.placeholder = this.view.document.createElement('div');
    this.view.document.body.append(this.placeholder);
    this.root = code.environment.associateBackend(backend).createRoot('wx-page', code.space, this.path);
    this.caller = this.root.get();
    this.describeCaller();
    this.listenToScroll();
  }

  /** Calls a page method if the page has it; an error inside is reported, not thrown. */
  call(method: string, ...args: unknown[]): unknown {
    const found = this.caller[method];
    return typeof found === 'function' ? safeCallback(method, found, this.caller, args) : undefined;
  }

  /** Attaches the page and runs onLoad, onShow and, once drawn, onReady. */
  mount(onShown: () => void): void {
    this.root.attach(this.view.document.body, this.placeholder);
    this.call('onLoad', this.query);
    this.call('onShow');
    onShown();
    this.ready = new Promise((resolve) => {
      this.view.requestAnimationFrame(() => {
        this.call('onReady');
        this.view.requestAnimationFrame(() => resolve());
      });
    });
  }

  unload(): void {
    this.call('onUnload');
    this.root.release();
    this.frame.remove();
  }

  private addStyle(bundle: HostBundle): void {
    const style = this.view.document.createElement('style');
    const components = Object.keys(bundle.components).filter((path) => !bundle.pages.includes(path));
    style.textContent = [
      bundle.appStyle,
      ...components.map((path) => bundle.styles[path]),
      bundle.styles[this.path],
    ].join('\n');
    this.view.document.head.append(style);
  }

  private describeCaller(): void {
    const { caller } = this;
    caller.route = this.path;
    caller.__route__ = this.path;
    caller.options = this.query;
    caller.__wxWebviewId__ = this.id;
    caller.getPageId = () => `pageId:${this.id}`;
    caller.selectComponent ??= () => null;
    caller.getOpenerEventChannel = () => this.opener;
  }

  private listenToScroll(): void {
    const scrolled = this.view.document.documentElement;
    this.view.addEventListener('scroll', () => {
      this.call('onPageScroll', { scrollTop: scrolled.scrollTop });
      const left = scrolled.scrollHeight - scrolled.scrollTop - this.view.innerHeight;
      if (left <= (this.config.onReachBottomDistance ?? DEFAULT_REACH_BOTTOM_PX)) this.call('onReachBottom');
    });
  }
}

function openView(frame: HTMLIFrameElement): ViewWindow {
  const view = frame.contentWindow;
  if (!view) throw new Error('the page frame has no window');
  const page = view.document;
  page.open();
  page.write(`<!doctype html><html lang="zh-CN"><head><style>${viewStyle}</style></head><body></body></html>`);
  page.close();
  return view as ViewWindow;
}
