/** The same for every topic: a phone lies on tables. No link, so that nobody learns to press links in messages. */
export const SMS_TEXT = '津门民政：您的申请有新进展，请打开小程序看看，也可以打 12345 问。';
