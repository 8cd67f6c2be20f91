/** What the registries do; their codes in URLs, bookings and messages. */
export const MARRIAGE_KINDS = [
  'marriage',
  'replacement',
  'divorce-application',
  'divorce-certificate',
  'counselling',
] as const;
export type MarriageKind = (typeof MARRIAGE_KINDS)[number];

export function isMarriageKind(value: unknown): value is MarriageKind {
  return MARRIAGE_KINDS.some((kind) => kind === value);
}

/** Which counter of a registry serves it: couples who marry never queue behind those who part. */
export const POOL_OF_KIND: Readonly<Record<MarriageKind, 'registration' | 'divorce' | 'counselling'>> = {
  marriage: 'registration',
  replacement: 'registration',
  'divorce-application': 'divorce',
  'divorce-certificate': 'divorce',
  counselling: 'counselling',
};
