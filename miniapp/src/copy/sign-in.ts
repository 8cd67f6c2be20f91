export const signInWords = {
  title: '登录',
  why: '往下要办的事，得知道是您本人在办，也只让您一个人看到。',
  how: '用微信登录，不用填名字，也不用设密码。',
  stays: '前面填的都还在，登录好就接着办。',
  wechat: '用微信登录',
  working: '正在登录…',
  slow: '网有点慢，请再等一等。',
  noCode: '微信那边没有答应，没登录上。请再点一次。',
  again: '再试一次',
  notNow: '先不登录',
  rules: '我们怎么用您的情况',
  agreement: '用这个小程序的约定',
  none: {
    title: '请在微信里打开',
    line: '在手机浏览器里可以看政策、先查一查。递申请要在微信里办：打开微信，搜“津门民政”。',
  },
} as const;
