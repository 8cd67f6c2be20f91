import type { FieldProblem } from '@jinmen/shared/applications/check-field';
import { Problem } from '../../platform/http/problem';

const CALL = '急事请打 12345，有危险打 110，要急救打 120。';

export const urgentProblems = {
  incomplete: (errors: readonly FieldProblem[]) =>
    new Problem(400, 'urgent.incomplete', `还差一点就能找到您，请看下面的提示。${CALL}`, errors),
  unknown: () => new Problem(404, 'urgent.unknown', `没有找到这个号。${CALL}`),
  notHere: () => new Problem(404, 'urgent.not-here', '没有找到这一条，可能别人已经办完了，请重新读取。'),
  noPhone: () => new Problem(409, 'urgent.no-phone', '这一条没留电话，不能和别的一起办，请一个一个办。'),
  unreadable: () => new Problem(409, 'urgent.unreadable', '这一件说的打不开了，请重新读取，照它下面写的办。'),
  tooMany: (seconds: number) =>
    new Problem(429, 'urgent.too-many-from-here', `从这个网络递得太多了，请过几分钟再递。${CALL}`, [], {
      headers: { 'retry-after': String(seconds) },
    }),
} as const;
