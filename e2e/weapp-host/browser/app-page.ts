import type { Browser, CDPSession, Page } from 'playwright-core';
import type { ProtocolReply } from '../automator/protocol';
import { EVALUATION_PARAMETERS } from '../runtime/service-scope';

export interface AppPageOptions {
  readonly origin: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Called with each `{method, params}` text the app's side sends. */
  readonly onMessage: (message: string) => void;
  /** Makes a wx.request; JSON text in and out. */
  readonly onRequest: (request: string) => Promise<string>;
}

/** The app inside the browser. */
export class AppPage {
  private constructor(
    readonly page: Page,
    private readonly debug: CDPSession,
    private readonly origin: string,
  ) {}

  /** Opens a page for the app; `start` boots it. */
  static async open(browser: Browser, options: AppPageOptions): Promise<AppPage> {
    const page = await browser.newPage({ viewport: options.viewport, deviceScaleFactor: 2 });
    await page.exposeFunction('__hostEmit', options.onMessage);
    await page.exposeFunction('__hostRequest', options.onRequest);
    return new AppPage(page, await page.context().newCDPSession(page), options.origin);
  }

  /** Loads everything anew; what the app kept in memory is gone, as after a kill. */
  async start(entry: string | undefined): Promise<void> {
    await this.page.goto(this.origin, { waitUntil: 'load' });
    await this.evaluate(`__host.boot(${entry === undefined ? 'undefined' : JSON.stringify(entry)})`);
  }

  /** Answers an automator request inside the app; a function a test sent is compiled on the way. */
  async handle(method: string, params: Record<string, unknown>): Promise<ProtocolReply> {
    const declaration = params.functionDeclaration;
    const code =
      typeof declaration === 'string' ? `function(${EVALUATION_PARAMETERS}){return (${declaration}\n)}` : 'undefined';
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
