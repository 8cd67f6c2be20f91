import type { HostBundle } from '../compile/bundle';
import { EventChannel } from './event-channel';
import { HostPage, type PageSurroundings, type Route } from './host-page';
import { isRecord } from './json';
import { runNumber } from './run-number';
import type { Shell } from './shell';

export type RouteKind = 'appLaunch' | 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab';

export interface RouteOptions {
  readonly url: string;
  readonly events?: Readonly<Record<string, (...args: unknown[]) => void>>;
}

const MAX_STACK = 10;
/** More pages than one run of the app ever opens. */
const IDS_PER_RUN = 100_000;

/** The page stack, with WeChat's rules on tabs and depth. Refusals are thrown as `{errMsg: '…:fail …'}`. */
export class Router {
  readonly stack: HostPage[] = [];
  private readonly tabPages = new Map<string, HostPage>();
  private nextId = runNumber * IDS_PER_RUN + 1;

  constructor(
    private readonly bundle: HostBundle,
    private readonly shell: Shell,
    private readonly surroundings: PageSurroundings,
    private readonly onNotFound: (route: Route) => void,
  ) {}

  /** The page on screen. Throws before launch. */
  get top(): HostPage {
    const page = this.stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  /** A page of the stack or a sleeping tab; throws when it is gone. */
  pageById(id: unknown): HostPage {
    const page = [...this.stack, ...this.tabPages.values()].find((candidate) => candidate.id === id);
    if (!page) throw new Error(`page ${String(id)} is destroyed`);
    return page;
  }

  parse(url: string): Route {
    const [path = '', query = ''] = url.split('?');
    const base = this.stack.at(-1)?.path ?? '';
    return {
      path: path.startsWith('/') ? path.slice(1) : new URL(path, `http://x/${base}`).pathname.slice(1),
      query: parseQuery(query),
    };
  }

  /** Opens a page; resolves when it is drawn. */
  async open(kind: RouteKind, options: RouteOptions): Promise<object> {
    if (!isRecord(options) || typeof options.url !== 'string') throw { errMsg: `${kind}:fail url is required` };
    const route = this.parse(options.url);
    this.refuseImpossible(kind, route);
    if (kind === 'navigateTo') this.top.call('onHide');
    if (kind === 'redirectTo') this.stack.pop()?.unload();
    if (kind === 'reLaunch') this.unloadAll();
    if (kind === 'switchTab') {
      this.leaveForTab();
      const sleeping = this.tabPages.get(route.path);
      if (sleeping) return this.wake(sleeping);
    }
    const page = this.create(kind, route, options);
    await page.ready;
    return kind === 'navigateTo' ? { eventChannel: page.opener } : {};
  }

  back(delta = 1): void {
    const steps = Math.min(delta, this.stack.length - 1);
    if (steps < 1) throw { errMsg: 'navigateBack:fail cannot navigate back at first page.' };
    for (let step = 0; step < steps; step += 1) this.stack.pop()?.unload();
    this.show(this.top);
    this.top.call('onShow');
  }

  private create(kind: RouteKind, route: Route, options: RouteOptions): HostPage {
    const page = new HostPage(this.nextId, route, this.surroundings);
    this.nextId += 1;
    if (this.shell.isTab(route.path)) this.tabPages.set(route.path, page);
    if (kind === 'navigateTo') page.opener = new EventChannel(options.events);
    this.stack.push(page);
    page.mount(() => this.show(page));
    return page;
  }

  private refuseImpossible(kind: RouteKind, route: Route): void {
    const isTab = this.shell.isTab(route.path);
    if (!this.bundle.pages.includes(route.path)) {
      if (kind === 'appLaunch') this.onNotFound(route);
      throw { errMsg: `${kind}:fail page "${route.path}" is not found` };
    }
    if (isTab && (kind === 'navigateTo' || kind === 'redirectTo')) {
      throw { errMsg: `${kind}:fail can not ${kind} a tabbar page` };
    }
    if (!isTab && kind === 'switchTab') throw { errMsg: 'switchTab:fail can not switch to no-tabBar page' };
    if (kind === 'navigateTo' && this.stack.length >= MAX_STACK) {
      throw { errMsg: 'navigateTo:fail webview count limit exceed' };
    }
  }

  private unloadAll(): void {
    const pages = new Set([...this.stack, ...this.tabPages.values()]);
    this.stack.length = 0;
    this.tabPages.clear();
    for (const page of pages) page.unload();
  }

  /** Tab pages sleep, the others go. */
  private leaveForTab(): void {
    for (const page of this.stack.splice(0).reverse()) {
      if (this.tabPages.get(page.path) === page) page.call('onHide');
      else page.unload();
    }
  }

  private wake(page: HostPage): object {
    this.stack.push(page);
    this.show(page);
    page.call('onShow');
    return {};
  }

  private show(page: HostPage): void {
    this.shell.show(page, this.stack.length > 1);
  }
}

function parseQuery(query: string): Record<string, string> {
  const pairs = query.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
