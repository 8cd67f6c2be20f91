import type { ViewElement } from '../../runtime/view-element';
import type { ElementHandle, ElementRegistry } from './element-registry';

/** The first match; throws when there is none, which the client turns into `null`. */
export function firstHandle(
  found: readonly ViewElement[],
  selector: unknown,
  registry: ElementRegistry,
): ElementHandle {
  const first = found[0];
  if (!first) throw new Error(`no such element: ${String(selector)}`);
  return registry.handle(first);
}
