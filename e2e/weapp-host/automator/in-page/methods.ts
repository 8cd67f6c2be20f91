import { appMethods } from './app-methods';
import { elementMethods } from './element-methods';
import { ElementRegistry } from './element-registry';
import { hostMethods, nativeMethods } from './host-methods';
import { inspectMethods } from './inspect-methods';
import type { AutomatorMethods, MethodParts } from './method-parts';
import { pageMethods } from './page-methods';

export type { AutomatorMethods } from './method-parts';

/** Every method that is answered inside the browser, by its name in the protocol. */
export function automatorMethods(parts: MethodParts): AutomatorMethods {
  const registry = new ElementRegistry();
  return {
    ...appMethods(parts),
    ...pageMethods(parts, registry),
    ...elementMethods(parts, registry),
    ...nativeMethods(parts),
    ...hostMethods(parts),
    ...inspectMethods(parts),
  };
}
