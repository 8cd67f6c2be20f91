import type { BureauWords } from '../_kit/bureau-gate';
import type { Callbacks } from '../_kit/callbacks';
import { CaseBook, CaseRefusal } from '../_kit/case-book';
import { type CaseBureau, filedFacts, titleIn } from '../_kit/case-bureau';
import { shanghaiTime } from '../_kit/clock';
import type { Answer, Incoming, Route } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { BadMessage, type Fields, fieldsOf, texts } from '../_kit/message';
import { readCase, readCheck, readItem, toCallback, Unacceptable } from './messages';
import { programmes, usualPapers } from './programmes';

const say = (status: number, jgdm: string, jgms: string, sj?: unknown): Answer => ({
  status,
  json: { jgdm, jgms, ...(sj === undefined ? {} : { sj }) },
});

const DONE = say(200, '0000', '成功');

export const words: BureauWords = {
  error500: say(500, '9999', '系统忙'),
  errorIn200: say(200, '9999', '系统忙'),
  accepted202: say(202, '0001', '已接收，稍后登记'),
  wrongSignature: say(401, '9001', '签名不对'),
  otherMessage: say(409, '3001', '同一编号报文不同'),
};

const REFUSALS: Readonly<Record<CaseRefusal['why'], Answer>> = {
  'no-such-case': say(404, '2001', '外部业务号不存在'),
  'case-exists': say(409, '2003', '外部业务号已登记'),
  'item-exists': say(422, '1004', '已有这个事项'),
  'no-such-item': say(422, '1004', '没有这个事项'),
  decided: say(422, '2002', '已有决定，不能撤回'),
  'not-now': say(422, '2002', '现在不能办'),
};

const UNACCEPTABLE: Readonly<Record<Unacceptable['code'], string>> = {
  '1002': '街道代码不对',
  '1003': '公民身份号码不对',
  '1004': '事项不受理',
};

/** 社会救助综合管理信息平台, as docs/bureaus/social-assistance/interface.md describes it. */
export function socialAssistance(journal: Journal, callbacks: Callbacks, changed: () => void): CaseBureau {
  const book = new CaseBook('SJ', toCallback, callbacks, changed, titleIn(programmes));
  const effect = (request: Incoming, kind: string, facts: Record<string, string>): void =>
    journal.effect({ bureau: 'social-assistance', kind, eventId: String(request.headers['event-id']), facts });

  const file: Route = answering((request, body) => {
    const record = book.file(readCase(body));
    effect(request, 'case-filed', filedFacts(record));
    const djsj = shanghaiTime().slice(0, 19).replace(/[-:]/g, '').replace('T', ' ');
    return say(200, '0000', '成功', { ywlsh: record.flowNo, djsj });
  });
  const add: Route = answering((request, body) => {
    const item = readItem(body);
    book.addItem(caseNo(request), item);
    effect(request, 'item-added', { caseNo: caseNo(request), programmes: item.programme });
    return DONE;
  });
  const withdraw: Route = answering((request, body) => {
    const wanted = body.sxdm === undefined ? undefined : texts(body, 'sxdm');
    book.withdraw(caseNo(request), wanted);
    effect(request, 'withdrawn', { caseNo: caseNo(request), programmes: wanted?.join(',') ?? '' });
    return DONE;
  });
  const report: Route = answering((request, body) => {
    const check = readCheck(body);
    book.addCheck(caseNo(request), check);
    effect(request, 'check-reported', { caseNo: caseNo(request), checkNo: check.checkNo });
    return DONE;
  });
  return {
    code: 'social-assistance',
    title: '社会救助',
    programmes,
    publicises: true,
    workingDays: 30,
    usualPapers,
    book,
    callbacks,
    routes: {
      'POST /shjz/v2/aj': file,
      'POST /shjz/v2/aj/:wbywh/sx': add,
      'POST /shjz/v2/aj/:wbywh/cx': withdraw,
      'POST /shjz/v2/aj/:wbywh/hdjg': report,
    },
  };
}

function caseNo({ params }: Incoming): string {
  return params.wbywh ?? '';
}

/** Reads the message, runs the work, and says in the platform's words what was wrong. */
function answering(work: (request: Incoming, body: Fields) => Answer): Route {
  return (request) => {
    try {
      return work(request, fieldsOf(request.body));
    } catch (error) {
      if (error instanceof BadMessage) return say(400, '1001', `缺字段或格式不对：${error.message}`);
      if (error instanceof Unacceptable) return say(422, error.code, UNACCEPTABLE[error.code]);
      if (error instanceof CaseRefusal) return REFUSALS[error.why];
      throw error;
    }
  };
}
