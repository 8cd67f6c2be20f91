import type { HostPage } from '../../runtime/host-page';
import { jsonCopy } from '../../runtime/json';
import { type AutomatorMethods, listParam, type MethodParts } from './method-parts';

const describePage = (page: HostPage): object => ({ pageId: page.id, path: page.path, query: page.query });

/** `App.*`: the app as a whole, wx, and functions a test runs inside it. */
export function appMethods({ reports, router, service, wx, sandbox, loader }: MethodParts): AutomatorMethods {
  return {
    'App.getCurrentPage': () => describePage(router.top),
    'App.getPageStack': () => ({ pageStack: router.stack.map(describePage) }),
    'App.callWxMethod': async (params) => ({
      result: await wx.callAndWait(String(params.method), listParam(params, 'args')),
    }),
    'App.mockWxMethod': (params, code) => {
      if (params.pluginId) throw new Error('plugins are not supported by the headless host');
      const name = String(params.method);
      const extra = listParam(params, 'args');
      if (code) {
        const standIn = loader.inScope((...scope) => code(...scope)) as (...args: unknown[]) => unknown;
        wx.mock(name, function mocked(this: unknown, ...args) {
          return standIn.apply(this, [...args, ...extra]);
        });
      } else if ('result' in params) wx.mock(name, () => jsonCopy(params.result));
      else wx.restore(name);
    },
    'App.callFunction': async (params, code) => {
      if (!code) throw new Error('App.callFunction needs a function');
      const sent = loader.inScope((...scope) => code(...scope)) as (...args: unknown[]) => unknown;
      return { result: jsonCopy(await sent(...listParam(params, 'args'))) };
    },
    'App.addBinding': ({ name }) => {
      const binding = (...args: unknown[]): void => reports.emit('App.bindingCalled', { name, args: jsonCopy(args) });
      sandbox[String(name)] = binding;
      // A function sent later names it freely, so it must be reachable as a global.
      Object.assign(window, { [String(name)]: binding });
    },
    'App.enableLog': () => service.forwardLines(),
  };
}
