import type { BureauWords } from '../_kit/bureau-gate';
import type { Callbacks } from '../_kit/callbacks';
import type { Answer, Incoming, Route, Routes } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { BadMessage, type Fields, fieldsOf, oneOf, optionalText, text } from '../_kit/message';
import type { SigningKey } from '../_kit/signature';
import { readOrder, readParty, readVoyage } from './order';
import { checkPass, type PassCheck } from './pass';
import { SeaBook } from './sea-book';

const say = (status: number, code: string, msg: string): Answer => ({ status, json: { code, msg } });

const DONE = say(200, '0', '成功');
const UNKNOWN = say(404, '44', '没有这件');
const OVER = say(409, '49', '已经取消');

export const words: BureauWords = {
  error500: say(503, '90', '系统忙'),
  errorIn200: say(200, '90', '系统忙'),
  accepted202: say(202, '1', '已接收'),
  wrongSignature: say(401, '41', '签名不对'),
  otherMessage: say(409, '49', '同一编号报文不同'),
};

const RESULTS = ['PLACED', 'SIGNED_UP', 'FULL', 'ALREADY', 'REFUSED'] as const;

export interface FuneralAffairs {
  readonly routes: Routes;
  readonly book: SeaBook;
  /** What the vessel makes of a pass, offline. */
  readonly checkPass: (said: string, voyageNo: string) => PassCheck;
}

type Effect = (request: Incoming, kind: string, facts: Readonly<Record<string, string>>) => Answer;
type Work = (request: Incoming, body: Fields) => Answer;

/** 殡葬信息管理服务平台, as docs/bureaus/funeral-affairs/interface.md describes it. */
export function funeralAffairs(
  journal: Journal,
  callbacks: Callbacks,
  key: SigningKey,
  changed: () => void,
): FuneralAffairs {
  const book = new SeaBook(callbacks, changed);
  const effect: Effect = (request, kind, facts) => {
    journal.effect({ bureau: 'funeral-affairs', kind, eventId: String(request.headers['event-id']), facts });
    return DONE;
  };
  return {
    book,
    checkPass: (said, voyageNo) => checkPass(book, key, said, voyageNo),
    routes: { ...orderRoutes(book, effect), ...phoneRoutes(book, effect) },
  };
}

function orderRoutes(book: SeaBook, effect: Effect): Routes {
  const ending =
    (state: 'cancelled' | 'suspended'): Work =>
    (request, body) => {
      const order = book.find(text(body, 'orderNo', 64));
      if (!order) return UNKNOWN;
      if (order.state === 'cancelled') return OVER;
      book.end(order, state);
      return effect(request, `place-${state}`, { orderNo: order.orderNo });
    };
  return {
    'POST /bzxx/hz/orders': answering((request, body) => {
      const order = readOrder(body);
      if (!book.add(order)) return say(409, '49', '这件已经有了');
      const { orderNo, showNo, applyNo, voyage } = order;
      return effect(request, 'place-confirmed', { orderNo, showNo, applyNo, voyageNo: voyage.voyageNo });
    }),
    'POST /bzxx/hz/orders/move': answering((request, body) => {
      const order = book.find(text(body, 'orderNo', 64));
      if (!order) return UNKNOWN;
      if (order.state === 'cancelled') return OVER;
      const voyage = readVoyage(body);
      book.move(order, voyage);
      return effect(request, 'place-moved', { orderNo: order.orderNo, voyageNo: voyage.voyageNo });
    }),
    'POST /bzxx/hz/orders/party': answering((request, body) => {
      const order = book.find(text(body, 'orderNo', 64));
      if (!order) return UNKNOWN;
      const party = readParty(body);
      book.changeParty(order, party);
      return effect(request, 'party-changed', { orderNo: order.orderNo, persons: String(party.persons.length) });
    }),
    'POST /bzxx/hz/orders/suspend': answering(ending('suspended')),
    'POST /bzxx/hz/orders/cancel': answering(ending('cancelled')),
  };
}

function phoneRoutes(book: SeaBook, effect: Effect): Routes {
  return {
    'POST /bzxx/hz/phone-answers': answering((request, body) => {
      const [queryNo, result] = [text(body, 'queryNo', 64), oneOf(body, 'result', RESULTS)];
      const [showNo, applyNo, told] = ['showNo', 'applyNo', 'words'].map((name) => optionalText(body, name));
      const answer = { result, ...(showNo && { showNo }), ...(applyNo && { applyNo }), ...(told && { words: told }) };
      if (!book.answerPhone(queryNo, answer)) return UNKNOWN;
      return effect(request, 'phone-answered', { queryNo, result });
    }),
  };
}

function answering(work: Work): Route {
  return (request) => {
    try {
      return work(request, fieldsOf(request.body));
    } catch (error) {
      if (error instanceof BadMessage) return say(400, '40', `报文不对：${error.message}`);
      throw error;
    }
  };
}
