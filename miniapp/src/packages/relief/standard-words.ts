import type { Programme } from '@jinmen/shared/eligibility/programme';
import { versionOn } from '@jinmen/shared/eligibility/programme-of-day';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { yuan } from '@jinmen/shared/kernel/money';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardLabels } from '@jinmen/shared/standards/standard-labels';
import { figureWords } from '../../copy/figures';

/** Every standard the programme's rule and amount name on that day. */
export function standardKeysOf(programme: Programme, asOf: CivilDate): ReadonlySet<string> {
  const keys = new Set<string>();
  collect(versionOn(programme, asOf), keys);
  return keys;
}

/** Those that say what is paid; `undefined` for a programme whose rule pays nothing by itself. */
export function amountKeysOf(programme: Programme, asOf: CivilDate): ReadonlySet<string> | undefined {
  const amount = versionOn(programme, asOf)?.amount;
  if (amount === undefined) return undefined;
  const keys = new Set<string>();
  collect(amount.is, keys);
  return keys;
}

function collect(node: unknown, keys: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('standard' in node && typeof node.standard === 'string') keys.add(node.standard);
  for (const part of Object.values(node)) collect(part, keys);
}

export function standardLabel(key: string): string | undefined {
  return standardLabels[key];
}

/** `1045 元（每人每月）`, `1.5 倍`, `60%`. */
export function standardValue({ value, unit }: StandardRow): string {
  const say = figureWords.standard;
  switch (unit) {
    case 'flag':
      return value === 1 ? figureWords.flag.yes : figureWords.flag.no;
    case 'permille':
      return value < 1000 ? figureWords.percent(String(value / 10)) : say.permille(String(value / 1000));
    case 'months':
    case 'years':
      return say[unit](String(value));
    case 'fen-per-person-month':
    case 'fen-per-household-month':
    case 'fen-per-person-year':
    case 'fen-per-meal':
    case 'fen-once':
      return say[unit](yuan(value));
  }
}
