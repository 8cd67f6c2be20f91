import { contentHash } from '@jinmen/shared/kernel/content-hash';
import { dayWords } from '@jinmen/shared/kernel/day-words';
import type { RulesView } from '@jinmen/shared/residents/rights';
import { KEEP_DAYS, type KeepDays } from '../../../platform/config/keep-days';
import { agreementSections } from './agreement-text';
import { privacySections } from './privacy-text';
import type { TextName } from './text-version.entity';

/** In force since that day; texts.spec.ts: whoever changes a word of either text writes a new line here. */
export const inForce = {
  privacy: { since: dayWords('2026-11-27'), hash: '1mzffq1swzt' },
  agreement: { since: dayWords('2026-11-26'), hash: 'dw63cgc40x' },
} as const;

/** Of the words themselves, whatever days a city has set. */
export const hashes = {
  privacy: () => contentHash(privacySections(KEEP_DAYS)),
  agreement: () => contentHash(agreementSections),
} as const;

/** The words of a text as they are today, and what that version of it is called. */
export function textOf(name: TextName, keepDays: KeepDays): Pick<RulesView, 'version' | 'sections'> {
  const sections = name === 'privacy' ? privacySections(keepDays) : agreementSections;
  return { version: contentHash(sections), sections };
}
