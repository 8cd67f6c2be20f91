import type { Browser, Page } from 'playwright-core';
import { type NodeMethodParts, nodeMethods } from './automator/node-methods';
import type { ProtocolReply } from './automator/protocol';
import { type ProtocolServer, startProtocolServer } from './automator/protocol-server';
import { translateSelector } from './automator/selector';
import { AppPage } from './browser/app-page';
import { browserScript } from './browser/browser-script';
import { launchChromium } from './browser/chromium';
import type { DomainLists } from './browser/domain-list';
import { RequestProxy, type RequestRecord } from './browser/request-proxy';
import { startWebServer, type WebServer } from './browser/web-server';
import type { CompiledProject, PhoneSettings } from './compile/bundle';
import { compileProject } from './compile/compile-project';
import type { Problem } from './runtime/problem';

export interface HostOptions extends PhoneSettings {
  /** The built mini-program: the folder with app.json. */
  readonly dist: string;
  /** Port of the automator protocol; 0 or absent takes a free one. */
  readonly port?: number;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Page to open first, with query, without leading slash. */
  readonly entry?: string;
  /** Origin every wx.request is sent to instead of the one compiled into the app. */
  readonly apiBase?: string;
  /** What the app may ask, by the addresses compiled into it; absent: whatever it likes (`urlCheck: false`). */
  readonly domains?: DomainLists;
  readonly appId?: string;
}

const DEFAULT_VIEWPORT = { width: 375, height: 812 };

/** What a host is made of, in the order it is started. */
interface HostParts {
  readonly project: CompiledProject;
  readonly proxy: RequestProxy;
  readonly web: WebServer;
  readonly browser: Browser;
  readonly app: AppPage;
  readonly problems: Problem[];
  readonly messages: { forward: (frame: string) => void };
}

/** Boots a built mini-program in headless Chromium and answers miniprogram-automator. Rejects when it does not boot. */
export async function startHost(options: HostOptions): Promise<WeappHost> {
  const parts = await prepare(options);
  try {
    await parts.app.start(options.entry);
    return await WeappHost.listen(parts, options.port ?? 0);
  } catch (error) {
    await closeParts(parts);
    throw new Error(`the mini-program did not start: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function prepare(options: HostOptions): Promise<HostParts> {
  const project = compileProject(options.dist);
  const problems: Problem[] = [];
  const messages: HostParts['messages'] = { forward: () => undefined };
  const proxy = new RequestProxy({
    apiBase: options.apiBase,
    appId: options.appId,
    domains: options.domains,
    onRefused: (url) => problems.push({ kind: 'domain', message: `${url} is not in the domain list` }),
  });
  const web = await startWebServer({
    dist: options.dist,
    project,
    settings: { ...(options.loginCode === undefined ? {} : { loginCode: options.loginCode }) },
    runtime: await browserScript(),
    onMissing: (path) => problems.push({ kind: 'missing-file', message: `no such file in the package: ${path}` }),
  });
  const browser = await launchChromium();
  const app = await AppPage.open(browser, {
    web,
    viewport: options.viewport ?? DEFAULT_VIEWPORT,
    onMessage: (frame) => {
      const { method, params } = JSON.parse(frame) as { method: string; params: Problem };
      if (method === 'Host.problemFound') problems.push(params);
      else if (method === 'Host.restartAsked') void restartAsked(app, frame, problems);
      else messages.forward(frame);
    },
    onRequest: (request) => proxy.answer(request),
    onDrop: (id) => proxy.drop(id),
    onGone: () => proxy.dropAll(),
  });
  return { project, proxy, web, browser, app, problems, messages };
}

/** The app itself asked for it, so nobody waits for the end. */
async function restartAsked(app: AppPage, frame: string, problems: Problem[]): Promise<void> {
  const { params } = JSON.parse(frame) as { params: { entry: string } };
  await app.start(params.entry).catch((error: unknown) => {
    problems.push({ kind: 'exception', message: `the app did not start again: ${String(error)}` });
  });
}

async function closeParts({ browser, web }: HostParts): Promise<void> {
  await browser.close().catch(() => undefined);
  await web.close();
}

/** A running host. */
export class WeappHost {
  /** Resolves when the host has stopped, whoever stopped it. */
  readonly stopped: Promise<void>;
  private server: ProtocolServer | undefined;
  private finish: () => void = () => undefined;

  private constructor(private readonly parts: HostParts) {
    this.stopped = new Promise((resolve) => {
      this.finish = resolve;
    });
    parts.browser.on('disconnected', () => void this.stop());
  }

  /** Opens the automator port of a booted app. Rejects when the port is taken. */
  static async listen(parts: HostParts, port: number): Promise<WeappHost> {
    const host = new WeappHost(parts);
    const { project, app } = parts;
    const own = nodeMethods({ ...parts, page: app.page, ...host.switches() });
    const scopes = Object.values(project.bundle.scopes).filter(Boolean);
    host.server = await startProtocolServer(port, async (method, params): Promise<ProtocolReply> => {
      const answer = own[method];
      if (answer) return { result: (await answer(params)) ?? {} };
      return app.handle(method, withSelector(method, params, scopes));
    });
    parts.messages.forward = host.server.broadcast;
    return host;
  }

  get port(): number {
    return this.server?.port ?? 0;
  }

  get wsEndpoint(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  /** The browser page around the phone: for real pointer input and pictures. */
  get page(): Page {
    return this.parts.app.page;
  }

  get project(): CompiledProject {
    return this.parts.project;
  }

  get requests(): readonly RequestRecord[] {
    return this.parts.proxy.requests;
  }

  /** Uncaught errors, console.error lines, unknown APIs … since the start or the last `clearProblems`. */
  problems(): readonly Problem[] {
    return this.parts.problems;
  }

  clearProblems(): void {
    this.parts.problems.length = 0;
  }

  /** Kills the app and starts it again; storage stays. */
  restart(entry?: string): Promise<void> {
    return this.parts.app.start(entry);
  }

  /**
   * As if just started, without the seconds that takes: storage, mocks and counts are gone, and every switch stands
   * where it stood. What lives in the browser's page goes with it; what Node keeps must be put back here.
   */
  async renew(apiBase?: string): Promise<void> {
    const { app, proxy, problems } = this.parts;
    await app.wipe();
    proxy.renew(apiBase);
    problems.length = 0;
    await app.start(undefined);
  }

  private switches(): Pick<NodeMethodParts, 'restart' | 'renew' | 'stop'> {
    return {
      restart: (entry) => this.restart(entry),
      renew: (apiBase) => this.renew(apiBase),
      stop: () => this.stop(),
    };
  }

  async stop(): Promise<void> {
    await this.server?.close();
    await closeParts(this.parts);
    this.finish();
  }
}

function withSelector(
  method: string,
  params: Record<string, unknown>,
  scopes: readonly string[],
): Record<string, unknown> {
  if (typeof params.selector !== 'string' || method.endsWith('Xpath')) return params;
  return { ...params, ...translateSelector(params.selector, scopes) };
}
