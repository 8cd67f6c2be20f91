export const privacyWords = {
  title: '先问您一句',
  line: '刚才点的这一下，要用到手机里的东西。用来做什么，写在《用户隐私保护指引》里。',
  refusing: '不同意，这一下就不做，别的都照常能看、能填。改主意了，过十秒再点一次。',
  read: '看看指引',
  agree: '同意',
  refuse: '不同意',
} as const;
