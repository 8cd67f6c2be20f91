import { consentText } from '@jinmen/shared/residents/consent-texts';
import type { Upstream } from '../../platform/config/bureau-address';
import type { Basis } from './catalogue/field-catalogue';

/** Whoever gets something, as a resident knows them. */
export const receivers: Readonly<Record<Upstream, string>> = {
  'child-welfare': '管儿童福利的部门',
  'disability-benefits': '管残疾人补贴的部门',
  eldercare: '管养老服务的部门',
  'funeral-affairs': '管殡葬服务的部门',
  identity: '查对身份的系统',
  'marriage-registry': '婚姻登记处',
  'means-verification': '查收入和财产的部门',
  'social-assistance': '街道和区民政局',
  sms: '发短信的公司',
  wechat: '微信',
};

export function basisWords(basis: Basis): readonly string[] {
  if (basis.kind === 'consent') return basis.purposes.map((purpose) => `您同意过：${consentText(purpose).title}`);
  return [basis.kind === 'duty' ? `法律让做的：${basis.law}` : basis.words];
}
