import type { ThemeName } from '../theme/tokens';

/** Numbers with a source: policy-facts A.10, G2 and D.2 (12345, 12348, 96456); 110, 119 and 120 are national. */
export const phones = {
  hotline: { number: '12345', text: '民生热线' },
  legalLine: { number: '12348', text: '公共法律服务热线' },
  funeralLine: { number: '96456', text: '送亲人、找民政' },
} as const;

/** Who answers it; `undefined` for a number this list does not have. */
export function whoAnswers(number: string): string | undefined {
  return Object.values(phones).find((phone) => phone.number === number)?.text;
}

/** Whom a page of this theme leads to, the nearest first. */
export function contactsFor(theme: ThemeName): readonly { readonly number: string; readonly text: string }[] {
  return theme === 'funeral' ? [phones.funeralLine, phones.hotline] : [phones.hotline];
}

export const contactLead: Readonly<Record<ThemeName, string>> = {
  base: '拿不准，就打电话问人',
  relief: '拿不准，就打电话问人',
  marriage: '拿不准，就打电话问人',
  funeral: '这个电话 24 小时有人接',
  eldercare: '拿不准，就打电话问人',
};
