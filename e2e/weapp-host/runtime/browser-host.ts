import { safeCallback } from 'glass-easel';
import type { AutomatorMethods, Params, SentFunction } from '../automator/in-page/method-parts';
import type { HostBundle } from '../compile/bundle';
import type { AppInstance } from './app-instance';
import { errorText } from './json';
import type { ModuleLoader } from './module-loader';
import type { Router } from './router';
import type { LaunchOptions } from './wx/launch-options';

export interface BrowserHostParts {
  readonly bundle: HostBundle;
  readonly router: Router;
  readonly loader: ModuleLoader;
  readonly launch: LaunchOptions;
  readonly methods: AutomatorMethods;
  readonly app: () => AppInstance | undefined;
}

/** What Node calls in the page. */
export class BrowserHost {
  constructor(private readonly parts: BrowserHostParts) {}

  /** Loads every module, launches the app and opens its first page. Rejects when one of them fails. */
  async boot(entry: string | undefined): Promise<void> {
    const { bundle, router, loader, launch } = this.parts;
    const url = `/${entry ?? bundle.app.entryPagePath ?? bundle.pages[0] ?? ''}`;
    launch.set(router.parse(url));
    loader.loadAll();
    const app = this.parts.app();
    if (!app) throw new Error('app.js did not call App()');
    safeCallback('onLaunch', app.onLaunch, app, [launch.value]);
    safeCallback('onShow', app.onShow, app, [launch.entered]);
    try {
      await router.open('appLaunch', { url });
    } catch (thrown) {
      throw new Error(errorText(thrown));
    }
  }

  /** Answers one automator request; `code` is the function the test sent, compiled. Never rejects. */
  async handle(method: string, params: Params, code?: SentFunction): Promise<object> {
    try {
      const run = this.parts.methods[method];
      if (!run) throw new Error(`${method} is not supported by the headless host`);
      return { result: (await run(params, code)) ?? {} };
    } catch (thrown) {
      return { error: { message: errorText(thrown) } };
    }
  }
}
