import type { Programme } from '../eligibility/programme';
import type { FactValues } from '../facts/fact';
import { HUKOU_OUTSIDE } from './hukou';

/** What somebody without Tianjin hukou gets here, programme by programme (policy-facts J12). */
export interface HereForNonLocals {
  /** At the place of the emergency, whatever the hukou. */
  readonly anywhere: readonly string[];
  /** Filed here, decided where the hukou is (跨省通办). */
  readonly handedOver: readonly string[];
  /** Taken in and looked into at the street of residence; the rest is for the hukou's own place. */
  readonly elsewhere: readonly string[];
}

/** Only what was answered makes somebody a non-local; nothing answered, or 不清楚, says nothing. */
export function isNonLocal(facts: FactValues, hukouStreet?: unknown): boolean {
  const { 'household.hukou': hukou } = facts;
  return hukou === 'none' || hukou === 'residence-permit' || hukouStreet === HUKOU_OUTSIDE;
}

/** By programme code, in the order given. */
export function hereForNonLocals(
  programmes: readonly Pick<Programme, 'code' | 'urgent' | 'acrossProvinces'>[],
): HereForNonLocals {
  const codes = (wanted: (programme: (typeof programmes)[number]) => boolean) =>
    programmes.filter(wanted).map(({ code }) => code);
  return {
    anywhere: codes(({ urgent }) => urgent === true),
    handedOver: codes(({ urgent, acrossProvinces }) => !urgent && acrossProvinces !== undefined),
    elsewhere: codes(({ urgent, acrossProvinces }) => !urgent && acrossProvinces === undefined),
  };
}
