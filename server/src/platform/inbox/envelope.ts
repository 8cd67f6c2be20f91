import { isUtf8 } from 'node:buffer';
import { BureauNonsense } from '../bureau-http/bureau-answer';
import { instantOf } from '../clock';
import { parseJson } from '../http/json-body';
import type { CallbackEvent } from './callback-handler';

/** `2026-11-26T09:12:40+08:00`: a time without its offset is nobody's time. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
const TYPE = /^[\x21-\x7e]{1,60}$/;

/**
 * What every bureau's callback has in common (docs/bureaus/transport.md §5); `data` is the bureau's own.
 * @throws BureauNonsense when it is not that.
 */
export function readEnvelope(bureau: string, raw: Buffer): Omit<CallbackEvent, 'id'> {
  const { type, at, data } = fieldsOf(bureau, raw);
  if (typeof type !== 'string' || !TYPE.test(type)) throw new BureauNonsense(bureau, 'type');
  const ms = typeof at === 'string' && INSTANT.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) throw new BureauNonsense(bureau, 'at');
  return { type, at: instantOf(ms), body: data };
}

function fieldsOf(bureau: string, raw: Buffer): { type?: unknown; at?: unknown; data?: unknown } {
  const value = jsonIn(bureau, raw);
  if (typeof value !== 'object' || value === null) throw new BureauNonsense(bureau, 'body');
  return value;
}

/** Another encoding would be read as question marks, and a name or a source be kept as them. */
function jsonIn(bureau: string, raw: Buffer): unknown {
  if (!isUtf8(raw)) throw new BureauNonsense(bureau, 'body');
  try {
    return parseJson(raw);
  } catch {
    throw new BureauNonsense(bureau, 'body');
  }
}
