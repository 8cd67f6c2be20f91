import type { Programme } from '@jinmen/shared/eligibility/programme';
import { versionOn } from '@jinmen/shared/eligibility/programme-of-day';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { yuan } from '@jinmen/shared/kernel/money';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { standardLabels } from '@jinmen/shared/standards/standard-labels';

/** Every standard the programme's rule and amount name on that day. */
export function standardKeysOf(programme: Programme, asOf: CivilDate): ReadonlySet<string> {
  const keys = new Set<string>();
  collect(versionOn(programme, asOf), keys);
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

/** `1045 元（每人每月）`, `1.5 倍`. */
export function standardValue({ value, unit }: StandardRow): string {
  switch (unit) {
    case 'fen-per-person-month':
      return `每人每月 ${yuan(value)}`;
    case 'fen-per-household-month':
      return `每户每月 ${yuan(value)}`;
    case 'fen-per-person-year':
      return `每人每年 ${yuan(value)}`;
    case 'fen-per-meal':
      return `每餐 ${yuan(value)}`;
    case 'years':
      return `${value} 岁`;
    case 'fen-once':
      return `一次性 ${yuan(value)}`;
    case 'permille':
      return `${value / 1000} 倍`;
    case 'months':
      return `${value} 个月`;
    case 'flag':
      return value === 1 ? '是' : '否';
  }
}
