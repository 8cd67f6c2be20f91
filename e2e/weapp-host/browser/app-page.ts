import type { Browser, CDPSession, Page } from 'playwright-core';
import type { ProtocolReply } from '../automator/protocol';
import { scopeParameters } from '../runtime/service-scope';
import { browserNames } from './global-names';
import type { WebServer } from './web-server';

export interface AppPageOptions {
  readonly web: WebServer;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Called with each `{method, params}` text the app's side sends. */
  readonly onMessage: (message: string) => void;
  /** Makes a wx.request; JSON text in and out. */
  readonly onRequest: (request: string) => Promise<string>;
  /** Ends one. */
  readonly onDrop: (id: string) => void;
  /** Called when an app that ran is gone and before it runs again. */
  readonly onGone: () => void;
}

/** The app inside the browser. */
export class AppPage {
  private constructor(
    readonly page: Page,
    private readonly debug: CDPSession,
    private readonly options: AppPageOptions,
    private readonly parameters: string,
  ) {}

  /** Opens a page for the app and hides from its modules what a browser has and a phone has not; `start` boots it. */
  static async open(browser: Browser, options: AppPageOptions): Promise<AppPage> {
    const page = await browser.newPage({ viewport: options.viewport, deviceScaleFactor: 2 });
    await page.exposeFunction('__hostEmit', options.onMessage);
    await page.exposeFunction('__hostRequest', options.onRequest);
    await page.exposeFunction('__hostDrop', options.onDrop);
    await page.goto(options.web.blank);
    const hidden = await browserNames(page, options.web.hostPage);
    options.web.hide(hidden);
    const debug = await page.context().newCDPSession(page);
    return new AppPage(page, debug, options, scopeParameters(hidden));
  }

  /** Loads everything anew; what the app kept in memory is gone, as after a kill. */
  async start(entry: string | undefined): Promise<void> {
    await this.page.goto(this.options.web.origin, { waitUntil: 'load' });
    this.options.onGone();
    await this.evaluate(`__host.boot(${entry === undefined ? 'undefined' : JSON.stringify(entry)})`);
  }

  /** Forgets everything that was kept, as on a phone nobody has used; `start` boots the app on it. */
  async wipe(): Promise<void> {
    await this.page.setViewportSize(this.options.viewport);
    // From a document of the same origin in which no app runs that could still write.
    await this.page.goto(this.options.web.blank);
    this.options.onGone();
    await this.page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  }

  /** Answers an automator request inside the app; a function a test sent is compiled on the way. */
  async handle(method: string, params: Record<string, unknown>): Promise<ProtocolReply> {
    const declaration = params.functionDeclaration;
    const code =
      typeof declaration === 'string'
        ? `function(${this.parameters}){"use strict";return (${declaration}\n)}`
        : 'undefined';
    const passed = JSON.stringify(JSON.stringify(params));
    const outcome = await this.evaluate(`__host.handle(${JSON.stringify(method)},JSON.parse(${passed}),${code})`);
    return outcome as ProtocolReply;
  }

  /** The debugging protocol may compile our expression, yet what runs in it stays under the page's policy. */
  private async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.debug.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: false,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
}
