import { contentHash } from '../kernel/content-hash';
import { plainWordProblems } from '../plain-words/plain-words';
import {
  CONSENT_PURPOSES,
  consentText,
  consentTextOf,
  consentTexts,
  formerConsentTexts,
  isConsentPurpose,
} from './consent-texts';

/** What each version said. A line is added when a text changes; none is ever edited. */
const SAID: Readonly<Record<string, string>> = {
  'real-name-verification 1': '1ec10018onq',
  'real-name-verification 2': '1dmfjnqmrw0',
  'relief-application 1': 'm16z7e5t50',
  'sensitive-circumstances 1': '1fub0p3swex',
  'child-under-14 1': '1tq6qe5jqvi',
  'progress-messages 1': 'z7f89axrc0',
};

describe('the consent texts', () => {
  it('are one for every purpose, in the order of the purposes', () => {
    expect(consentTexts.map(({ purpose }) => purpose)).toEqual(CONSENT_PURPOSES);
    for (const purpose of CONSENT_PURPOSES) expect(consentText(purpose).purpose).toBe(purpose);
  });

  it.each(consentTexts)('$purpose is asked for in plain Chinese, and says what stops without it', (text) => {
    expect([text.title, text.text, text.without].flatMap((part) => plainWordProblems(part))).toEqual([]);
    expect(text.without).toMatch(/^不同意，/);
    expect(text.title.length).toBeLessThanOrEqual(16);
  });

  it.each([...consentTexts, ...formerConsentTexts])(
    '$purpose has a new version when a word of it changed, and version $version says what it said',
    ({ purpose, version, ...words }) => {
      expect({ [`${purpose} ${version}`]: contentHash(words) }).toEqual({
        [`${purpose} ${version}`]: SAID[`${purpose} ${version}`],
      });
    },
  );

  it('can be read in every version there was', () => {
    const versions = consentTexts.flatMap(({ purpose, version }) =>
      Array.from({ length: version }, (_, before) => `${purpose} ${before + 1}`),
    );
    const kept = [...consentTexts, ...formerConsentTexts].map(({ purpose, version }) => `${purpose} ${version}`);
    expect(kept.sort()).toEqual(versions.sort());
    expect(Object.keys(SAID).sort()).toEqual(versions.sort());
    expect(consentTextOf('relief-application', consentText('relief-application').version)).toBe(
      consentText('relief-application'),
    );
    expect(consentTextOf('relief-application', 0)).toBeUndefined();
  });

  it('know no other purpose', () => {
    expect(isConsentPurpose('relief-application')).toBe(true);
    expect(isConsentPurpose('advertising')).toBe(false);
    expect(isConsentPurpose('constructor')).toBe(false);
  });
});
