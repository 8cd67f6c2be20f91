import { component } from 'glass-easel-miniprogram-adapter';
import type { Reports } from './reports';

/** WeChat refuses or drops a setData above this size. */
const LARGE_BYTES = 1024 * 1024;

/**
 * Makes setData what it is on a phone: a JSON text sent to another process. Whatever JSON cannot carry is lost,
 * later changes to the passed objects are not seen, and each call is measured.
 */
export function meterSetData(reports: Reports): void {
  const original = component.ComponentCaller.prototype.setData;
  component.ComponentCaller.prototype.setData = function setData(data, callback) {
    const json = JSON.stringify(data);
    const bytes = new TextEncoder().encode(json).length;
    reports.setData.push({ is: this.is, keys: Object.keys(data).length, bytes });
    if (bytes > LARGE_BYTES) {
      reports.problem({ kind: 'large-set-data', message: `setData of ${bytes} bytes on ${this.is}` });
    }
    original.call(this, JSON.parse(json) as Record<string, unknown>, callback);
  };
}
