import type {
  ASHES_BRINGERS,
  ASHES_PLACES,
  DeathPaper,
  Kinship,
  SeaPaper,
  SeaPaperState,
  SeaWay,
} from '@jinmen/shared/services/sea-scattering/views';
import type { PhoneAnswer } from './funeral-affairs.port';

/** The bureau's codes for what we have words for (docs/bureaus/funeral-affairs/interface.md §2). */
export const WAY_CODES: Readonly<Record<SeaWay, string>> = { collective: 'JT', family: 'JZ', proxy: 'DS' };

export const FORM_CODES: Readonly<Record<DeathPaper, string>> = {
  'certificate-2026': 'D26',
  'certificate-2014': 'D14',
  cremation: 'HH',
  other: 'QT',
};

export const PLACE_CODES: Readonly<Record<(typeof ASHES_PLACES)[number], string>> = {
  'funeral-home': 'BYG',
  storage: 'JC',
  'at-home': 'JL',
  elsewhere: 'QT',
  'not-cremated-yet': 'WH',
};

export const BRINGER_CODES: Readonly<Record<(typeof ASHES_BRINGERS)[number], string>> = {
  family: 'JS',
  'funeral-home': 'BYG',
  unsure: 'WD',
};

export const RELATION_CODES: Readonly<Record<NonNullable<Kinship['relation']>, string>> = {
  spouse: 'PO',
  child: 'ZN',
  parent: 'FM',
  sibling: 'XM',
  grandchild: 'SB',
  other: 'QT',
};

export const KINSHIP_CODES: Readonly<Record<NonNullable<Kinship['way']>, string>> = {
  'hukou-book': 'HK',
  'birth-certificate': 'CS',
  'marriage-certificate': 'JH',
  archive: 'DA',
  told: 'SM',
};

export const PAPER_CODES: Readonly<Record<SeaPaper, string>> = {
  'death-certificate': 'SW',
  'cremation-certificate': 'HH',
  'own-id': 'SF',
  kinship: 'QS',
  'proxy-letter': 'WT',
};

export const PAPER_STATES: Readonly<Record<SeaPaperState['how'], string>> = {
  bring: 'DT',
  promised: 'CN',
  'at-funeral-home': 'QZ',
  seen: 'YY',
};

export const OUTCOME_CODES: Readonly<Record<PhoneAnswer['outcome'], string>> = {
  placed: 'PLACED',
  'signed-up': 'SIGNED_UP',
  full: 'FULL',
  already: 'ALREADY',
  refused: 'REFUSED',
};

export function swapped<Ours extends string>(codes: Readonly<Record<Ours, string>>): Record<string, Ours> {
  return Object.fromEntries(Object.entries<string>(codes).map(([ours, theirs]) => [theirs, ours as Ours]));
}
