import type { ServiceKindView, ServiceView } from '../../bookings/views';
import type { MarriageKind } from './kinds';

const both = { least: 2, most: 2 };
const one = { least: 1, most: 1 };

/**
 * The kinds as residents choose among them. Both come in person and both say yes before (民法典 1049, 1076, 1078). Whether
 * 补领 needs both is not in the texts at hand (policy-facts C.1), so one books and is told to ask.
 */
const kinds: readonly (ServiceKindView & { readonly code: MarriageKind })[] = [
  {
    code: 'marriage',
    title: '结婚登记',
    line: '两个人一起来，当场领证，不收费。',
    parties: both,
    plain: false,
  },
  {
    code: 'replacement',
    title: '补领结婚证、离婚证',
    line: '证丢了或者损坏了，带上身份证来补一本。',
    parties: one,
    plain: true,
  },
  {
    code: 'divorce-application',
    title: '离婚登记第一步：递申请',
    line: '两个人一起来递申请。递完以后有 30 天，两个人都可以改主意。',
    parties: both,
    plain: true,
  },
  {
    code: 'divorce-certificate',
    title: '离婚登记第二步：领离婚证',
    line: '30 天过后的下一个 30 天里，两个人一起到原来那一处领证。',
    parties: both,
    plain: true,
  },
  {
    code: 'counselling',
    title: '婚姻家庭辅导',
    line: '心里有事，有人听您说。一个人来也行，两个人一起来也行。',
    parties: one,
    plain: true,
  },
];

/** 津溢幸福: the sixteen registries and the six themed sites, one service (docs/policy-facts.md C). */
export const marriageRegistration: ServiceView = { code: 'marriage-registration', title: '婚姻登记', kinds };
