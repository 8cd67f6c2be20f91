import { contentHash } from '@jinmen/shared/kernel/content-hash';
import type { RulesView } from '@jinmen/shared/residents/rights';
import { KEEP_DAYS, type KeepDays } from '../../../platform/config/keep-days';
import { agreementSections } from './agreement-text';
import { privacySections } from './privacy-text';

/** In force since that day; texts.spec.ts: whoever changes a word of either text writes a new line here. */
export const inForce = {
  privacy: { since: '2026 年 11 月 26 日', hash: 'tqnzhf1v34' },
  agreement: { since: '2026 年 11 月 26 日', hash: 'dw63cgc40x' },
} as const;

/** Of the words themselves, whatever days a city has set. */
export const hashes = {
  privacy: () => contentHash(privacySections(KEEP_DAYS)),
  agreement: () => contentHash(agreementSections),
} as const;

export function privacyView(keepDays: KeepDays): RulesView {
  const sections = privacySections(keepDays);
  return { version: contentHash(sections), since: inForce.privacy.since, sections };
}

export function agreementView(): RulesView {
  return { version: contentHash(agreementSections), since: inForce.agreement.since, sections: agreementSections };
}
