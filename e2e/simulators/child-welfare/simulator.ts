import type { BureauWords } from '../_kit/bureau-gate';
import type { Callbacks } from '../_kit/callbacks';
import { CaseBook, CaseRefusal } from '../_kit/case-book';
import { type CaseBureau, filedFacts, titleIn } from '../_kit/case-bureau';
import type { Answer, Incoming, Route } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { BadMessage, type Fields, fieldsOf, texts } from '../_kit/message';
import { readCase, readItem, toCallback, Unacceptable } from './messages';
import { programmes, usualPapers } from './programmes';

const DONE: Answer = { status: 200, json: { status: 'OK' } };

const not = (status: number, code: string, message: string): Answer => ({
  status,
  json: { status: 'ERROR', code, message },
});

export const words: BureauWords = {
  error500: not(500, 'BUSY', '系统忙'),
  errorIn200: not(200, 'BUSY', '系统忙'),
  accepted202: { status: 202, json: { status: 'RECEIVED' } },
  wrongSignature: not(401, 'SIGNATURE', '签名不对'),
  otherMessage: not(409, 'KEY_REUSED', '同一编号报文不同'),
};

const REFUSALS: Readonly<Record<CaseRefusal['why'], Answer>> = {
  'no-such-case': not(404, 'NO_CASE', '业务号不存在'),
  'case-exists': not(409, 'CASE_EXISTS', '业务号已登记'),
  'item-exists': not(422, 'BENEFIT', '待遇种类不对或重复'),
  'no-such-item': not(422, 'BENEFIT', '待遇种类不对或重复'),
  decided: not(422, 'DECIDED', '已有决定'),
  'not-now': not(422, 'DECIDED', '现在不能办'),
};

const UNACCEPTABLE: Readonly<Record<Unacceptable['code'], Answer>> = {
  TOWN: not(400, 'TOWN', '街道代码不对'),
  ID_CARD: not(400, 'ID_CARD', '身份证号不对'),
  BENEFIT: not(422, 'BENEFIT', '待遇种类不对或重复'),
};

/** 全国儿童福利信息管理系统, as docs/bureaus/child-welfare/interface.md describes it. */
export function childWelfare(journal: Journal, callbacks: Callbacks, changed: () => void): CaseBureau {
  const book = new CaseBook('ET', toCallback, callbacks, changed, titleIn(programmes));
  const effect = (request: Incoming, kind: string, facts: Record<string, string>): void =>
    journal.effect({ bureau: 'child-welfare', kind, eventId: String(request.headers['event-id']), facts });

  const file: Route = answering((request, body) => {
    const record = book.file(readCase(body));
    effect(request, 'case-filed', filedFacts(record));
    return { status: 200, json: { status: 'OK', serial: record.flowNo } };
  });
  const add: Route = answering((request, body) => {
    const item = readItem(body);
    book.addItem(caseNo(request), item);
    effect(request, 'item-added', { caseNo: caseNo(request), programmes: item.programme });
    return DONE;
  });
  const cancel: Route = answering((request, body) => {
    const wanted = body.benefits === undefined ? undefined : texts(body, 'benefits');
    book.withdraw(caseNo(request), wanted);
    effect(request, 'withdrawn', { caseNo: caseNo(request), programmes: wanted?.join(',') ?? '' });
    return DONE;
  });
  return {
    code: 'child-welfare',
    title: '儿童福利',
    about: '孩子',
    programmes,
    publicises: false,
    workingDays: 30,
    usualPapers,
    book,
    callbacks,
    routes: {
      'POST /etfl/api/cases': file,
      'POST /etfl/api/cases/:case_no/items': add,
      'POST /etfl/api/cases/:case_no/cancel': cancel,
    },
  };
}

function caseNo({ params }: Incoming): string {
  return params.case_no ?? '';
}

/** Reads the message, runs the work, and says in the system's words what was wrong. */
function answering(work: (request: Incoming, body: Fields) => Answer): Route {
  return (request) => {
    try {
      return work(request, fieldsOf(request.body));
    } catch (error) {
      if (error instanceof BadMessage) return not(400, 'FIELD', `字段不对：${error.message}`);
      if (error instanceof Unacceptable) return UNACCEPTABLE[error.code];
      if (error instanceof CaseRefusal) return REFUSALS[error.why];
      throw error;
    }
  };
}
