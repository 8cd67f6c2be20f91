import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { result } from '../../copy/result';
import { dayInWords } from '../../platform/clock';

/** By which day's standards and which release of the rules, in words. */
export function basisInWords(asOf: CivilDate, rulesVersion: string): string {
  return result.basis(dayInWords(asOf), releaseOf(rulesVersion));
}

/** `2026.11.4` of `2026.11.4+w4jkdo4iuf`: what stands behind is for whoever reads 关于和依据. */
export function releaseOf(rulesVersion: string): string {
  return rulesVersion.split('+')[0] ?? rulesVersion;
}
