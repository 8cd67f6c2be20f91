import { CaseRefusal } from '../case-book';
import type { CaseBureau } from '../case-bureau';
import type { Answer, Incoming, Routes } from '../http-answer';
import type { Journal } from '../journal';
import { asFields, BadMessage, fieldsOf, text } from '../message';
import { families } from './families';

const say = (status: number, result: string, words?: string): Answer => ({
  status,
  json: { result, ...(words === undefined ? {} : { words }) },
});

/** The common messages of one bureau, beside its own interface (docs/bureaus/common-messages.md §1). */
export function commonRoutes({ code, book }: CaseBureau, journal: Journal): Routes {
  return {
    'POST /common/v1/cases/:caseNo/messages': (request) => {
      try {
        const { caseNo = '' } = request.params;
        const body = fieldsOf(request.body);
        const family = families.find(({ type }) => type === body.type);
        if (!family) throw new BadMessage('type');
        book.takeMessage(caseNo, family, asFields(body.data, 'data'), text(body, 'at'));
        const facts = { caseNo, type: family.type };
        journal.effect({ bureau: code, kind: 'message-taken', eventId: keyOf(request), facts });
        family.afterwards?.(book, caseNo);
        return say(200, 'done');
      } catch (error) {
        if (error instanceof BadMessage) return say(400, 'unreadable', error.message);
        if (error instanceof CaseRefusal && error.why === 'no-such-case') return say(404, error.why);
        if (error instanceof CaseRefusal) return say(422, 'not-now');
        throw error;
      }
    },
  };
}

function keyOf({ headers }: Incoming): string {
  return String(headers['event-id']);
}
