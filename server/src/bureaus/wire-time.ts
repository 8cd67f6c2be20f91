import { instantOf } from '../platform/clock';
import type { WireReader } from './wire-reader';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/;

const inTianjin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-11-25T10:30:15+08:00`. */
export function instantText(at: Date): string {
  return `${inTianjin.format(at).replace(' ', 'T')}+08:00`;
}

/** `10:30`. */
export function clockTime(at: Date): string {
  return inTianjin.format(at).slice(11, 16);
}

/** @throws BureauNonsense for anything but a second in Beijing time. */
export function instantIn(data: WireReader, field: string): Date {
  const text = data.text(field, 25);
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? data.nonsense(field) : instantOf(ms);
}
