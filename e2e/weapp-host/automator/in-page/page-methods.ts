import { jsonCopy, valueAt } from '../../runtime/json';
import type { ElementRegistry } from './element-registry';
import { findByXpath, findElements } from './find-elements';
import { firstHandle } from './first-handle';
import { type AutomatorMethods, listParam, type MethodParts, type Params, textsParam } from './method-parts';

/** `Page.*`: one page's data, methods and elements. */
export function pageMethods({ router }: MethodParts, registry: ElementRegistry): AutomatorMethods {
  const inPage = (params: Params) => {
    const page = router.pageById(params.pageId);
    return findElements(page.view.document.body, params, page.root.getComponent());
  };
  const byXpath = (params: Params) => findByXpath(router.pageById(params.pageId).view.document.body, params.selector);
  return {
    'Page.getElement': (params) => firstHandle(inPage(params), params.selector, registry),
    'Page.getElements': (params) => ({ elements: inPage(params).map((element) => registry.handle(element)) }),
    'Page.getElementByXpath': (params) => firstHandle(byXpath(params), params.selector, registry),
    'Page.getElementsByXpath': (params) => ({ elements: byXpath(params).map((element) => registry.handle(element)) }),
    'Page.getData': (params) => ({
      data: jsonCopy(valueAt(router.pageById(params.pageId).caller.data, params.path as string | undefined)),
    }),
    'Page.setData': (params) =>
      new Promise((resolve) => {
        const data = params.data as Record<string, unknown>;
        router.pageById(params.pageId).caller.setData(data, () => resolve({}));
      }),
    'Page.callMethod': async (params) => {
      const { caller } = router.pageById(params.pageId);
      const method = caller[String(params.method)];
      if (typeof method !== 'function') throw new Error(`page.${String(params.method)} does not exist`);
      return { result: jsonCopy(await method.apply(caller, listParam(params, 'args'))) };
    },
    'Page.getWindowProperties': (params) => {
      const { view } = router.pageById(params.pageId);
      return { properties: textsParam(params, 'names').map((name) => valueAt(view, name)) };
    },
  };
}
