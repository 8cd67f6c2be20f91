import type { ApplicationView } from '@jinmen/shared/applications/views';
import { isRecord, isTexts } from '../../../platform/shape';

/** An application out of a problem's members or out of the vault; `undefined` when it is none. */
export function viewFrom(value: unknown): ApplicationView | undefined {
  if (!isRecord(value)) return undefined;
  const { id, version, state, programmes, fields, changedAt, cases, evaluations, atTheStreet } = value;
  const whole =
    typeof id === 'string' &&
    Number.isInteger(version) &&
    typeof state === 'string' &&
    isTexts(programmes) &&
    isTexts(atTheStreet) &&
    isRecord(fields) &&
    isRecord(changedAt) &&
    Array.isArray(cases) &&
    Array.isArray(evaluations);
  // a record to the checker, and every member of a view has just been looked at
  return whole ? (value as unknown as ApplicationView) : undefined;
}
