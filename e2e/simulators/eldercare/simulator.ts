import type { BureauWords } from '../_kit/bureau-gate';
import type { Callbacks } from '../_kit/callbacks';
import { CaseBook, CaseRefusal } from '../_kit/case-book';
import { type CaseBureau, filedFacts, titleIn } from '../_kit/case-bureau';
import type { Answer, Incoming, Route } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { BadMessage, type Fields, fieldsOf, texts } from '../_kit/message';
import { readCase, readItem, toCallback, Unacceptable } from './messages';
import { programmes, usualPapers } from './programmes';

const say = (status: number, jieguo: number, xiaoxi: string, shuju?: unknown): Answer => ({
  status,
  json: { jieguo, xiaoxi, ...(shuju === undefined ? {} : { shuju }) },
});

const DONE = say(200, 0, '成功');

export const words: BureauWords = {
  error500: say(500, 999, '系统忙'),
  errorIn200: say(200, 999, '系统忙'),
  accepted202: say(202, 10, '已接收'),
  wrongSignature: say(401, 901, '签名不对'),
  otherMessage: say(409, 108, '同一编号报文不同'),
};

const REFUSALS: Readonly<Record<CaseRefusal['why'], Answer>> = {
  'no-such-case': say(404, 105, '业务号不存在'),
  'case-exists': say(409, 106, '业务号已登记'),
  'item-exists': say(422, 104, '补贴类型不对或重复'),
  'no-such-item': say(422, 104, '补贴类型不对或重复'),
  decided: say(422, 107, '已有决定'),
  'not-now': say(422, 107, '现在不能办'),
};

const UNACCEPTABLE: Readonly<Record<Unacceptable['code'], Answer>> = {
  102: say(400, 102, '街镇代码不对'),
  103: say(400, 103, '证件号不对'),
  104: say(422, 104, '补贴类型不对或重复'),
};

/** 基本养老服务综合平台, as docs/bureaus/eldercare/interface.md describes it. */
export function eldercare(journal: Journal, callbacks: Callbacks, changed: () => void): CaseBureau {
  const book = new CaseBook('YL', toCallback, callbacks, changed, titleIn(programmes));
  const effect = (request: Incoming, kind: string, facts: Record<string, string>): void =>
    journal.effect({ bureau: 'eldercare', kind, eventId: String(request.headers['event-id']), facts });

  const apply: Route = answering((request, body) => {
    const record = book.file(readCase(body));
    effect(request, 'case-filed', filedFacts(record));
    return say(200, 0, '成功', { liushuiHao: record.flowNo });
  });
  const add: Route = answering((request, body) => {
    const item = readItem(body);
    book.addItem(yewuHao(request), item);
    effect(request, 'item-added', { caseNo: yewuHao(request), programmes: item.programme });
    return DONE;
  });
  const withdraw: Route = answering((request, body) => {
    const wanted = body.leixing === undefined ? undefined : texts(body, 'leixing');
    book.withdraw(yewuHao(request), wanted);
    effect(request, 'withdrawn', { caseNo: yewuHao(request), programmes: wanted?.join(',') ?? '' });
    return DONE;
  });
  return {
    code: 'eldercare',
    title: '养老服务',
    about: '老人',
    programmes,
    publicises: false,
    // Nobody published one; the desk marks what lies longer than at its neighbours.
    workingDays: 30,
    usualPapers,
    book,
    callbacks,
    routes: {
      'POST /jbyl/openapi/shenqing': apply,
      'POST /jbyl/openapi/shenqing/:yewuHao/butie': add,
      'POST /jbyl/openapi/shenqing/:yewuHao/chehui': withdraw,
    },
  };
}

function yewuHao({ params }: Incoming): string {
  return params.yewuHao ?? '';
}

/** Reads the message, runs the work, and says in the platform's words what was wrong. */
function answering(work: (request: Incoming, body: Fields) => Answer): Route {
  return (request) => {
    try {
      return work(request, fieldsOf(request.body));
    } catch (error) {
      if (error instanceof BadMessage) return say(400, 101, `字段不对：${error.message}`);
      if (error instanceof Unacceptable) return UNACCEPTABLE[error.code];
      if (error instanceof CaseRefusal) return REFUSALS[error.why];
      throw error;
    }
  };
}
