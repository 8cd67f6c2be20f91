import type { BureauWords } from '../_kit/bureau-gate';
import type { Callbacks } from '../_kit/callbacks';
import { CaseBook, CaseRefusal } from '../_kit/case-book';
import { type CaseBureau, filedFacts, titleIn } from '../_kit/case-bureau';
import type { Answer, Incoming, Route } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { BadMessage, type Fields, fieldsOf, texts } from '../_kit/message';
import { readApplication, readSubsidy, toCallback, Unacceptable } from './messages';
import { programmes, usualPapers } from './programmes';

const say = (status: number, code: number, message: string, data?: unknown): Answer => ({
  status,
  json: { code, message, ...(data === undefined ? {} : { data }) },
});

const DONE = say(200, 0, '成功');

export const words: BureauWords = {
  error500: say(500, 50000, '系统忙'),
  errorIn200: say(200, 50000, '系统忙'),
  accepted202: say(202, 1, '已接收'),
  wrongSignature: say(401, 40101, '签名不对'),
  otherMessage: say(409, 40901, '业务编号已登记或同一编号报文不同'),
};

const REFUSALS: Readonly<Record<CaseRefusal['why'], Answer>> = {
  'no-such-case': say(404, 40401, '业务编号不存在'),
  'case-exists': words.otherMessage,
  'item-exists': say(422, 42201, '补贴种类不对或重复'),
  'no-such-item': say(422, 42201, '补贴种类不对或重复'),
  decided: say(422, 42202, '已有结果'),
  'not-now': say(422, 42202, '现在不能办'),
};

const UNACCEPTABLE: Readonly<Record<Unacceptable['code'], Answer>> = {
  40002: say(400, 40002, '街道代码不对'),
  40003: say(400, 40003, '身份证号不对'),
  42201: say(422, 42201, '补贴种类不对或重复'),
};

/** 残疾人两项补贴信息平台, as docs/bureaus/disability-benefits/interface.md describes it. */
export function disabilityBenefits(journal: Journal, callbacks: Callbacks, changed: () => void): CaseBureau {
  const book = new CaseBook('CB', toCallback, callbacks, changed, titleIn(programmes));
  const effect = (request: Incoming, kind: string, facts: Record<string, string>): void =>
    journal.effect({ bureau: 'disability-benefits', kind, eventId: String(request.headers['event-id']), facts });

  const submit: Route = answering((request, body) => {
    const record = book.file(readApplication(body));
    effect(request, 'case-filed', filedFacts(record));
    return say(200, 0, '成功', { acceptNo: record.flowNo });
  });
  const add: Route = answering((request, body) => {
    const item = readSubsidy(body);
    book.addItem(bizNo(request), item);
    effect(request, 'item-added', { caseNo: bizNo(request), programmes: item.programme });
    return DONE;
  });
  const revoke: Route = answering((request, body) => {
    const wanted = body.subsidyTypes === undefined ? undefined : texts(body, 'subsidyTypes');
    book.withdraw(bizNo(request), wanted);
    effect(request, 'withdrawn', { caseNo: bizNo(request), programmes: wanted?.join(',') ?? '' });
    return DONE;
  });
  return {
    code: 'disability-benefits',
    title: '残疾人补贴',
    programmes,
    publicises: false,
    workingDays: 10,
    pushesOnWithin: 3,
    paysFrom: 'month-of-application',
    usualPapers,
    book,
    callbacks,
    routes: {
      'POST /dbt/v1/applications': submit,
      'POST /dbt/v1/applications/:bizNo/subsidies': add,
      'POST /dbt/v1/applications/:bizNo/revoke': revoke,
    },
  };
}

function bizNo({ params }: Incoming): string {
  return params.bizNo ?? '';
}

/** Reads the message, runs the work, and says in the platform's words what was wrong. */
function answering(work: (request: Incoming, body: Fields) => Answer): Route {
  return (request) => {
    try {
      return work(request, fieldsOf(request.body));
    } catch (error) {
      if (error instanceof BadMessage) return say(400, 40001, `字段不对：${error.message}`);
      if (error instanceof Unacceptable) return UNACCEPTABLE[error.code];
      if (error instanceof CaseRefusal) return REFUSALS[error.why];
      throw error;
    }
  };
}
