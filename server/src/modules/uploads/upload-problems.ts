import { Problem } from '../../platform/http/problem';
import type { WhyRefused } from './reading/reading';

const words: Readonly<Record<WhyRefused, string>> = {
  empty: '这个文件是空的。请重新拍一张，或另选一个。',
  'other-kind': '这里只收照片。请把材料拍成照片，再试一次。',
  broken: '这个文件打不开，可能没传完整。请重新拍一张，或另选一个。',
  'too-many-dots': '这张图片的尺寸太大了。请用手机重新拍一张。',
  locked: '这个文件上了锁，我们打不开。请把它拍成照片，再试一次。',
  active: '这个文件里除了页面还夹着别的东西，不能收。请把它拍成照片，再试一次。',
  unreadable: '这个文件里有些内容我们看不到，不能收。请重新存一遍再传，或打印出来拍成照片。',
  'too-many-pages': '这个文件页数太多了（最多 30 页）。请只留要用的几页，或拍成照片。',
};

/** Every word of a file that is not taken, with what to do instead. */
export const uploadProblems = {
  refused: (why: WhyRefused) => new Problem(422, `upload.${why}`, words[why]),
  tooLarge: () => new Problem(413, 'upload.too-large', '这个文件太大了（最大 10 兆）。请拍成照片，或选小一点的。'),
  oneAfterAnother: () =>
    new Problem(429, 'upload.one-after-another', '前面几张还在处理，请等几秒再传这一张。', [], {
      headers: { 'retry-after': '5' },
    }),
  manyAtOnce: () =>
    new Problem(429, 'upload.many-at-once', '现在传照片的人很多，请等几秒再传这一张。', [], {
      headers: { 'retry-after': '5' },
    }),
  dailyLimit: () =>
    new Problem(429, 'upload.daily-limit', '今天传的照片已经很多了。明天可以接着传，也可以把材料带到街道。', [], {
      headers: { 'retry-after': '3600' },
    }),
} as const;
