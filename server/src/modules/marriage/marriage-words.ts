import { OTHER_OFFICE } from '@jinmen/shared/services/marriage-registration/guide';
import type { BookingRefusal } from '../bookings/bookable-service.port';

/** Why somebody cannot have this time, in words they read. */
export const refusals = {
  tooYoung: {
    code: 'marriage.too-young',
    words: '登记那天，男方要满 22 岁，女方要满 20 岁。您可以挑一个满了岁数以后的日子。',
  },
  otherOffice: { code: 'marriage.other-office', words: OTHER_OFFICE.text },
  noApplication: {
    code: 'marriage.no-divorce-application',
    words: '第二步要在第一步之后办。这里还没有看到您递过第一步的申请。刚递过的，请过一会儿再看。',
  },
  anotherRegistry: {
    code: 'marriage.another-registry',
    words: '第二步要到收下申请的那一处登记处去办，请在那一处挑时间。',
  },
  notInItsDays: {
    code: 'marriage.not-in-its-days',
    words: '第二步要在 30 天过后的下一个 30 天里办，这一天不在里面。请换一天。',
  },
  notTheOther: {
    code: 'marriage.not-the-other',
    words: '第一步是两个人一起递的。第二步要由那两个人一起来办。',
  },
} as const satisfies Readonly<Record<string, BookingRefusal>>;

/** Why a second step was called off. Who took it back is said to nobody. */
export const WITHDRAWN_DIVORCE = '登记处说，离婚登记的申请撤回了，第二步不用来了';

/** What somebody at the counter hears, who came with their ID to say yes. */
export const deskWords = {
  wrongNumber: '公民身份号码不对，请再看一遍身份证。',
  notNow: '这件预约现在不能在窗口点同意。可能已经过了时间，也可能已经取消了。',
} as const;
