import { readIdNumber } from '@jinmen/shared/kernel/id-number';
import type { BureauWords } from '../_kit/bureau-gate';
import type { Callbacks } from '../_kit/callbacks';
import { today } from '../_kit/clock';
import type { Answer, Incoming, Route, Routes } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { asFields, BadMessage, type Fields, fieldsOf, optionalText, text } from '../_kit/message';
import { Checks } from './checks';

const say = (rtnCode: string, rtnMsg: string, status = 200): Answer => ({
  status,
  json: { head: { rtnCode, rtnMsg }, body: {} },
});

export const words: BureauWords = {
  error500: { status: 500, json: { head: { rtnCode: 'S9001', rtnMsg: '系统忙' }, body: {} } },
  errorIn200: say('S9001', '系统忙'),
  accepted202: say('000001', '已接收', 202),
  wrongSignature: say('E0007', '签名不对', 401),
  otherMessage: say('E0005', '核对编号已用过，或同一编号报文不同'),
};

export interface MeansVerification {
  readonly routes: Routes;
  readonly checks: Checks;
}

/** 居民家庭经济状况核对系统, as docs/bureaus/means-verification/interface.md describes it: even its errors are 200. */
export function meansVerification(journal: Journal, callbacks: Callbacks, changed: () => void): MeansVerification {
  const checks = new Checks(callbacks, changed);
  const effect = (request: Incoming, kind: string, checkNo: string): void =>
    journal.effect({
      bureau: 'means-verification',
      kind,
      eventId: String(request.headers['event-id']),
      facts: { checkNo },
    });
  return {
    checks,
    routes: {
      'POST /hdservice/api/check/apply': answering((request, body) => {
        const authorisationNo = optionalText(body, 'authNo', 64);
        if (!authorisationNo) return say('E0002', '授权书编号不对');
        const [checkNo, name, idNumber] = [text(body, 'applyNo', 64), text(body, 'custName', 64), text(body, 'certNo')];
        if (text(body, 'certType') !== '01' || 'problem' in readIdNumber(idNumber, today())) {
          return say('E0003', '公民身份号码不对');
        }
        if (checks.find(checkNo)) return words.otherMessage;
        checks.request({ checkNo, authorisationNo, name, idNumber });
        effect(request, 'check-requested', checkNo);
        return say('000001', '已接收', 202);
      }),
      'POST /hdservice/api/check/cancel': answering((request, body) => {
        const order = checks.find(text(body, 'applyNo', 64));
        if (!order) return say('E0004', '核对编号不存在');
        if (order.state !== 'waiting') return say('E0006', '已经出报告');
        checks.cancel(order);
        effect(request, 'check-cancelled', order.checkNo);
        return say('000000', '成功');
      }),
    },
  };
}

function answering(work: (request: Incoming, body: Fields) => Answer): Route {
  return (request) => {
    try {
      const message = fieldsOf(request.body);
      text(asFields(message.head, 'head'), 'sysCode');
      return work(request, asFields(message.body, 'body'));
    } catch (error) {
      if (error instanceof BadMessage) return say('E0001', `报文不对：${error.message}`);
      throw error;
    }
  };
}
