import type { WrongPromise } from '@jinmen/shared/applications/commitment';
import { MOST_PAGES } from '@jinmen/shared/applications/paper-views';
import { Problem } from '../../../platform/http/problem';

const wrong: Readonly<Record<WrongPromise, string>> = {
  'not-a-day': '请选一个能补上的日子。',
  'too-soon': '这个日子已经过了，请选今天或以后的。',
  'too-late': '这个日子太远了，请选早一点的。实在要久一点，跟街道说一声。',
  twice: '这样材料写了两遍，请留一个日子。',
};

/** What keeps a paper from being taken, sent or promised, each with the way forward. */
export const paperProblems = {
  tooMany: () =>
    new Problem(422, 'paper.too-many', `一份申请最多放 ${MOST_PAGES} 张。可以删掉几张不用的，或者把别的带到街道。`),
  noSuchPage: () => new Problem(422, 'paper.no-such-page', '中间好像少了一张。请一张接一张地放。'),
  notThisWay: () => new Problem(422, 'paper.not-this-way', '这样材料用不了这个办法，请换一个。'),
  over: () => new Problem(409, 'paper.over', '这份申请已经办完了，不用再交材料。'),
  sent: () => new Problem(409, 'paper.sent', '这一张已经交给办事的人了，拿不回来。可以再拍一张换上。'),
  nothingToSend: () => new Problem(409, 'paper.nothing-to-send', '现在没有要交的照片。'),
  wrongPromises: (promises: readonly { readonly index: number; readonly why: WrongPromise }[]) =>
    new Problem(
      422,
      'commitment.wrong-day',
      '有的日子还要再看看，请看下面的提示。',
      promises.map(({ index, why }) => ({ field: `papers.${index}.by`, code: `promise.${why}`, message: wrong[why] })),
    ),
  mayNotFollow: () => new Problem(422, 'commitment.may-not-follow', '有一样材料不能晚点补，请回去再看看。'),
  extendedAlready: () =>
    new Problem(409, 'commitment.extended', '已经延过一次了。还是补不上，请给街道打电话，他们会帮您想办法。'),
} as const;
