import places from './places.json';

export type PlaceKind = 'subdistrict' | 'town' | 'township';

/** A street, town or township (街道、镇、乡) with its 9-digit code. */
export interface StreetUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
}

/** One of the sixteen districts (GB/T 2260 code). */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly units: readonly StreetUnit[];
}

/** 国家统计局统计用区划代码, cut-off 2023-06-30 (docs/policy-facts.md E.1). Renamings since then are unknown. */
export const districts = places.districts as readonly District[];
