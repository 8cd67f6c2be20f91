import type { GeneralNode } from 'glass-easel';
import { type Caller, component } from 'glass-easel-miniprogram-adapter';
import { isRecord } from './json';
import type { Reports } from './reports';

/** WeChat sends nothing above this size to the view. */
const LARGE_BYTES = 1024 * 1024;

/**
 * Makes setData what it is on a phone: a JSON text sent to another process. Whatever JSON cannot carry is lost, and
 * reported; later changes to the passed objects are not seen; each call, of a page or a component, is measured.
 */
export function meterSetData(reports: Reports): void {
  const original = component.ComponentCaller.prototype.setData;
  component.ComponentCaller.prototype.setData = function setData(data, callback) {
    for (const message of lostInJson(data)) reports.problem({ kind: 'set-data', message: `${message} (${this.is})` });
    const json = JSON.stringify(data);
    const bytes = new TextEncoder().encode(json).length;
    reports.setData.push({ is: this.is, page: pageOf(this), keys: Object.keys(data).length, bytes });
    if (bytes > LARGE_BYTES) {
      reports.problem({ kind: 'large-set-data', message: `setData of ${bytes} bytes on ${this.is}` });
      return;
    }
    original.call(this, JSON.parse(json) as Record<string, unknown>, callback);
  };
}

/** The page a component lies in, however deep; a page's own path for itself. */
function pageOf(caller: Pick<Caller, 'is'>): string {
  const wrapped: unknown = Reflect.get(caller, '_$');
  // A caller wraps its node; the adapter's typings keep it to themselves.
  let node = isRecord(wrapped) ? (wrapped as unknown as GeneralNode & { is?: string }) : undefined;
  for (let host = node; host; host = host.ownerShadowRoot?.getHostNode()) node = host;
  return node?.is ?? caller.is;
}

/** In words, what of the data a phone would not show; WeChat's own words where it has some. */
function lostInJson(data: Record<string, unknown>): string[] {
  const found: string[] = [];
  const look = (path: string, value: unknown): void => {
    if (typeof value === 'function') found.push(`setData field "${path}" is a function`);
    else if (typeof value === 'number' && !Number.isFinite(value)) found.push(`setData field "${path}" is ${value}`);
    else if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) look(`${path}[${index}]`, each);
    } else if (isRecord(value)) lookInside(path, value);
  };
  const lookInside = (path: string, value: Record<string, unknown>): void => {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      found.push(`setData field "${path}" is a ${value.constructor?.name ?? 'special object'}`);
      return;
    }
    for (const [key, inner] of Object.entries(value)) look(`${path}.${key}`, inner);
  };
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) found.push(`Setting data field "${key}" to undefined is invalid.`);
    else look(key, value);
  }
  return found;
}
