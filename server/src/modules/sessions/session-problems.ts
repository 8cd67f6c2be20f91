import { Problem } from '../../platform/http/problem';

/** Why somebody could not sign in, in words for them. */
export const sessionProblems = {
  signInAgain: () => new Problem(401, 'session.sign-in-again', '登录没有接上，请再登录一次。'),
  blocked: () =>
    new Problem(403, 'session.blocked', '微信暂时没有让这个微信号登录。您可以打 12345，或者到街道办，事情照样能办。'),
  tooOften: () =>
    new Problem(429, 'session.too-often', '登录的次数有点多，请过一分钟再试。', [], {
      headers: { 'retry-after': '60' },
    }),
  borrowedTooOften: () =>
    new Problem(
      429,
      'session.borrowed-too-often',
      '今天借这部手机登录的次数满了，明天可以再试。要是今天就办，请用本人的手机登录，或者到街道办，窗口照样能办。',
    ),
  unavailable: () =>
    new Problem(503, 'session.unavailable', '微信那边暂时没有回音，请过一会儿再登录。急事请打 12345。', [], {
      headers: { 'retry-after': '5' },
    }),
  /** Equal for every reason: a token that was used, ended or never was. */
  refreshRefused: () => new Problem(401, 'session.ended', '登录已经过了时间，请再登录一次。您填的内容还在。'),
} as const;
