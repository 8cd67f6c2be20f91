import { CaseRefusal } from '../_kit/case-book';
import { type CaseBureau, programmeOf } from '../_kit/case-bureau';
import type { Decision } from '../_kit/case-record';
import { isYuan } from '../_kit/figures';
import type { Answer, Incoming } from '../_kit/http-answer';
import { type Act, dayOf, NotReady } from './act';
import { casePage } from './case-page';
import { confirmPage } from './confirm-page';
import { matterPosts } from './matters/matters';
import { letArrive } from './sent-mark';

const ACTS: Readonly<Record<string, Act>> = {
  ...matterPosts,
  accept: ({ book }, caseNo) => book.accept(caseNo),
  'ask-papers': ({ book }, caseNo, form) => {
    const papers = papersOf(form);
    if (papers.length === 0) throw new NotReady('请至少选一样材料。');
    book.askPapers(caseNo, papers, dayOf(form, 'by'));
  },
  'receive-papers': ({ book }, caseNo, form) => book.receivePapers(caseNo, form.getAll('paper')),
  visit: ({ book }, caseNo, form) => book.visit(caseNo, dayOf(form, 'on')),
  publicise: ({ book, publicises }, caseNo, form) => {
    if (!publicises) throw new NotReady('这里不用公示。');
    book.publicise(caseNo, dayOf(form, 'from'));
  },
  decide: (bureau, caseNo, form) => {
    const programme = form.get('programme') ?? '';
    bureau.book.decide(caseNo, programme, decisionOf(bureau, programme, form));
  },
};

/** Does what a clerk asked and leads back to the case; says on the case's page why it cannot be done. */
export async function actOnCase(bureau: CaseBureau, request: Incoming): Promise<Answer | undefined> {
  const { caseNo = '', act: name = '' } = request.params;
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act) return undefined;
  try {
    const form = new URLSearchParams(request.body.toString('utf8'));
    if (name === 'decide' && form.get('confirmed') !== 'yes') return confirmation(bureau, caseNo, form);
    act(bureau, caseNo, form);
  } catch (error) {
    if (error instanceof CaseRefusal && error.why === 'no-such-case') return undefined;
    if (error instanceof CaseRefusal)
      return casePage(bureau, bureau.book.get(caseNo), '现在不能这样办，请看看下面的情况。');
    if (error instanceof NotReady) return casePage(bureau, bureau.book.get(caseNo), error.message);
    throw error;
  }
  await letArrive(bureau.callbacks);
  return { seeOther: `/desk/${bureau.code}/cases/${encodeURIComponent(caseNo)}` };
}

function confirmation(bureau: CaseBureau, caseNo: string, form: URLSearchParams): Answer {
  const programme = form.get('programme') ?? '';
  return confirmPage(bureau, bureau.book.get(caseNo), programme, decisionOf(bureau, programme, form), form);
}

function papersOf(form: URLSearchParams): readonly string[] {
  const typed = (form.get('more') ?? '').split(/[\r\n]+/).map((line) => line.trim().slice(0, 60));
  return [...new Set([...form.getAll('paper'), ...typed])].filter((name) => name !== '');
}

function decisionOf(bureau: CaseBureau, programme: string, form: URLSearchParams): Decision {
  if (form.get('outcome') === 'refused') {
    const clause = (form.get('typed') || form.get('clause') || '').trim();
    if (clause === '') throw new NotReady('不批准要写明依据的条款。');
    const clauseNo = (form.get('typedNo') ?? '').trim() || programmeOf(bureau, programme).clauseNos?.[clause];
    return { outcome: 'refused', clause, ...(clauseNo ? { clauseNo } : {}) };
  }
  const yuan = (form.get('yuan') ?? '').trim();
  const { pers, mayBeUnpaid } = programmeOf(bureau, programme);
  if (yuan === '' && mayBeUnpaid) return { outcome: 'approved' };
  if (!isYuan(yuan)) throw new NotReady('钱数只写数字，比如 1045 或 1045.50。');
  const per = pers.find((each) => each === form.get('per'));
  if (!per) throw new NotReady('请选怎么发。');
  const fromMonth = form.get('fromMonth') ?? '';
  if (!/^(\d{4}-(0[1-9]|1[0-2]))?$/.test(fromMonth)) throw new NotReady('月份写成 2026-12 这样。');
  return { outcome: 'approved', yuan, per, ...(fromMonth ? { fromMonth } : {}) };
}
