import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { BureauWords } from '../_kit/bureau-gate';
import type { Callbacks } from '../_kit/callbacks';
import { today } from '../_kit/clock';
import type { Answer, Incoming, Route, Routes } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { asFields, BadMessage, day, type Fields, fieldsOf, list, oneOf, optionalText, text } from '../_kit/message';
import type { SigningKey } from '../_kit/signature';
import { checkPass, type PassCheck } from './pass';
import { type Appointment, RegistryBook, type RegistryPerson } from './registry-book';

const say = (status: number, code: string, msg: string): Answer => ({ status, json: { code, msg } });

const DONE = say(200, '0', '成功');
const UNKNOWN = say(404, '44', '没有这件预约');

export const words: BureauWords = {
  error500: say(503, '90', '系统忙'),
  errorIn200: say(200, '90', '系统忙'),
  accepted202: say(202, '1', '已接收'),
  wrongSignature: say(401, '41', '签名不对'),
  otherMessage: say(409, '49', '同一编号报文不同'),
};

const ORGS = ['TS01', 'TS02', 'TS03', 'TS04', 'TS05', 'TS06'];
const BIZ_TYPES = ['JH', 'BL', 'LS', 'LZ', 'FD'] as const;
const RESULTS = ['CONFIRMED', 'ALREADY', 'REFUSED', 'UNKNOWN'] as const;

export interface MarriageRegistry {
  readonly routes: Routes;
  readonly book: RegistryBook;
  /** What the counter makes of a pass, offline. */
  readonly checkPass: (said: string) => PassCheck;
}

/** 婚姻登记管理系统, as docs/bureaus/marriage-registry/interface.md describes it. */
export function marriageRegistry(
  journal: Journal,
  callbacks: Callbacks,
  key: SigningKey,
  changed: () => void,
): MarriageRegistry {
  const book = new RegistryBook(callbacks, changed);
  const effect: Effect = (request, kind, facts) => {
    journal.effect({ bureau: 'marriage-registry', kind, eventId: String(request.headers['event-id']), facts });
    return DONE;
  };
  return {
    book,
    checkPass: (said) => checkPass(book, key, said),
    routes: { ...appointmentRoutes(book, effect), ...otherRoutes(book, effect) },
  };
}

type Effect = (request: Incoming, kind: string, facts: Readonly<Record<string, string>>) => Answer;

function appointmentRoutes(book: RegistryBook, effect: Effect): Routes {
  const ending =
    (state: 'cancelled' | 'suspended'): Work =>
    (request, body) => {
      const appointment = book.find(text(body, 'apptNo', 64));
      if (!appointment) return UNKNOWN;
      if (appointment.state === 'cancelled') return say(409, '49', '已经取消');
      book.end(appointment, state);
      return effect(request, `appointment-${state}`, { apptNo: appointment.apptNo });
    };
  return {
    'POST /hydj/api/appointments': answering((request, body) => {
      const appointment = readAppointment(body);
      if (!book.add(appointment)) return say(409, '49', '这件预约已经有了');
      const { apptNo, showNo, orgCode, date, from } = appointment;
      return effect(request, 'appointment-confirmed', { apptNo, showNo, orgCode, date, from });
    }),
    'POST /hydj/api/appointments/move': answering((request, body) => {
      const appointment = book.find(text(body, 'apptNo', 64));
      if (!appointment) return UNKNOWN;
      if (appointment.state === 'cancelled') return say(409, '49', '已经取消');
      const time = readTime(body);
      book.move(appointment, time);
      return effect(request, 'appointment-moved', { apptNo: appointment.apptNo, ...time });
    }),
    'POST /hydj/api/appointments/cancel': answering(ending('cancelled')),
    'POST /hydj/api/appointments/suspend': answering(ending('suspended')),
  };
}

function otherRoutes(book: RegistryBook, effect: Effect): Routes {
  return {
    'POST /hydj/api/reviews': answering((request, body) => {
      const reviewNo = text(body, 'reviewNo', 64);
      oneOf(body, 'bizType', BIZ_TYPES);
      book.review(reviewNo, readPerson(body).certNo);
      effect(request, 'review-asked', { reviewNo, apptNo: text(body, 'apptNo', 64) });
      return words.accepted202;
    }),
    'POST /hydj/api/desk-answers': answering((request, body) => {
      const [queryNo, result] = [text(body, 'queryNo', 64), oneOf(body, 'result', RESULTS)];
      const told = optionalText(body, 'words');
      if (!book.answerQuery(queryNo, { result, ...(told !== undefined && { words: told }) })) return UNKNOWN;
      return effect(request, 'desk-answered', { queryNo, result });
    }),
  };
}

type Work = (request: Incoming, body: Fields) => Answer;

function readAppointment(body: Fields): Appointment {
  const persons = list(body, 'persons', 1).map((each) => {
    const fields = asFields(each, 'persons');
    const phone = optionalText(fields, 'phone', 20);
    return { role: oneOf(fields, 'role', ['A', 'B']), ...readPerson(fields), ...(phone !== undefined && { phone }) };
  });
  return {
    apptNo: text(body, 'apptNo', 64),
    showNo: text(body, 'showNo', 20),
    bizType: oneOf(body, 'bizType', BIZ_TYPES),
    ceremony: oneOf(body, 'ceremony', ['Y', 'N']) === 'Y',
    persons,
    ...readTime(body),
    state: 'booked',
  };
}

function readTime(body: Fields) {
  const orgCode = text(body, 'orgCode', 6);
  if (!ORGS.includes(orgCode) && !/^1201\d\d$/.test(orgCode)) throw new BadMessage('orgCode');
  const [from, to] = [text(body, 'from', 5), text(body, 'to', 5)];
  if (![from, to].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) || from >= to) throw new BadMessage('from');
  text(body, 'occurredAt', 25);
  return { orgCode, date: day(body, 'date'), from, to };
}

function readPerson(body: Fields): RegistryPerson {
  const [name, certNo] = [text(body, 'name', 64), text(body, 'certNo', 18)];
  if ('problem' in readIdNumber(certNo, today())) throw new BadMessage('certNo');
  return { name, certNo };
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
