import type { StaffRole } from '../../../platform/auth/current';

/** Posts as a resident knows them. */
export const posts: Readonly<Record<StaffRole, string>> = {
  operator: '市里管这个小程序的工作人员',
  'street-clerk': '街道的工作人员',
  auditor: '查账、查记录的人',
};

/** Whoever had no post written down, e.g. before posts were. */
export const somebody = '工作人员';

/** What staff did, by the action of the audit. access-words.spec.ts holds it to the actions there are. */
export const acts: Readonly<Record<string, string>> = {
  'after-death.read': '看了一份名单，上面有您的事',
  'after-death.verified': '记下了家里人去世，停发了该停的',
  'after-death.withdrawn': '把记错的去世改了回来',
  'call-list.done': '给您打过电话，记下了',
  'call-list.read': '看了要打电话的名单，上面有您（名字只露一个字）',
  'call-list.number-shown': '看了您的电话，好给您打',
  'call-list.reopened': '记下了还要给您打电话',
  'cases.looked-up': '按回执号查了您的申请在哪个街道',
  'complaints.read': '看了投诉和建议的名单，上面有您写的',
  'complaint.text-shown': '看了您写的投诉或建议，里面有号码',
  'complaint.answered': '回复了您的投诉或建议',
  'deceased-request.answered': '答复了家里人来要资料的事',
  'deceased-request.copy-made': '把办过的事给了家里人一份（没有病情、收入和家里人）',
  'deceased-request.deletion-begun': '照家里人说的，删了账号',
  'deceased-request.not-taken': '有人到街道说要家里去世的人的资料，报的是您的姓名和号码，没有给',
  'deceased-request.recorded': '收下了家里人来要资料的事',
  'deceased-request.refused': '家里人来要资料，没有给',
  'deceased-request.taken-from': '收下了您来要家里人资料的事',
  'deceased-request.withdrawn': '家里人不要资料了，记下了',
  'deceased-requests.read': '看了家里人来要资料的名单，上面有您的事',
  'displaced.read': '看了要换时间的名单，上面有您（名字只露一个字）',
  'displaced.number-shown': '看了您的电话，好告诉您换时间',
  'farewell-relatives.read': '看了家里还没商量好的名单，上面有您（名字只露一个字）',
  'farewell.hand-over-agreed': '又核了一遍，同意把送别的登记换一位亲人来办',
  'farewell.hand-over-proposed': '看了材料，记下送别的登记该换一位亲人来办',
  'farewell.handed-over': '把送别的登记换了一位亲人来办',
  'farewell.left-as-it-is': '问过以后，送别的登记照原来的，没有换人',
  'guardianship.confirmed': '当面看了材料，记下您是监护人',
  'guardianship.looked-at': '看了您和孩子的登记',
  'late-case.answered': '写下了为什么办晚了',
  'legal-hold.begun': '记下了这件事的记录先不删',
  'legal-hold.ended': '记下了这件事的记录到期可以删了',
  'mandate-list.read': '看了托人办事的名单，上面有您（名字只露一个字）',
  'mandate.number-shown': '看了托您办事的人的电话',
  'mandate.begun': '打电话问过，记下了确实是托人办的，可以替着办了',
  'mandate.revoked': '记下了这件事不托人办了',
  'overdue-cases.read': '看了办晚了的名单，上面有您的申请',
  'staff.kept-apart': '想看或者想办一件关于您的事，因为是自己或者家里人的事，没让看，没让办',
  'staff.post-over': '想看或者想办一件关于您的事，登录已经结束，没看成，没办成',
  'stuck-cases.read': '看了卡住的名单，上面有您的申请',
  'unsigned-adults.read': '看了还没签字的名单，上面有您家的申请',
  'relief-case.moved': '把申请转给了另一个街道',
  'replacing.called': '给您打了电话，说换时间的事',
  'replacing.number-shown': '看了您的电话，好告诉您换时间',
  'replacing.read': '看了要换时间的名单，上面有您（名字只露一个字）',
  'sea-manifest.printed': '打印了那班船的名单',
  'sea-manifest.seen': '看了那班船的名单',
  'urgent-request.closed': '记下了您的急事办完了',
  'urgent-request.reach-shown': '看了怎么联系您',
  'urgent-requests.read': '看了求助的名单，上面有您（名字只露一个字）',
  'waiting-list.read': '看了候补的名单，上面有您（名字只露一个字）',
  'waiting-list.moved': '动了您排的位置',
};

/**
 * Of these acts what a colleague wrote down as the reason is read by whom it was about: the form says so, or it is what that
 * person said. All other reasons are for whoever checks: what somebody said of their helper, or what is noted of a complaint,
 * was told to the desk (ADR 0042).
 */
export const WHY_IS_READ: ReadonlySet<string> = new Set([
  'deceased-request.taken-from',
  'late-case.answered',
  'relief-case.moved',
]);

export function actWords(action: string): string {
  return acts[action] ?? '看了或者办了一件关于您的事';
}
