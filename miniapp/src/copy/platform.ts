/** What the phone says when a request comes to nothing. */
export const platformWords = {
  serverFault: '我们这边出了点问题，您填的都还在。过一会儿再试，或者打 12345。',
  /** Also read beside a death: no queue, no hurry. */
  busy: '现在用的人多，这次没来得及。您填的都还在，过一会儿再点一次。',
  noNetwork: '现在没有网，您填的都还在。有网了再试一次。',
  /** 都删掉 was tapped while it was still being tried. */
  letGo: '这部手机上的东西刚清掉了，这一件没有递出去。还要递，就再点一次。',
  letGoPerhaps: '这部手机上的东西刚清掉了，这一件不再接着递，可能已经到了。先看看有没有，没有再点一次。',
  /** Beside a photo that was just taken. */
  signedOut: '要先登录。照片还在，登录后再点一次。',
} as const;
