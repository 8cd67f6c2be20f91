import { Injectable } from '@nestjs/common';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { BureauHttp } from '../../platform/bureau-http/bureau-http';
import type { CaseMessage, CommonEvent, Sent } from '../common-messages/common-messages.port';
import { CommonWords } from '../common-messages/common-words';
import type { BureauEvent, FiledCase, FiledItem } from '../relief-bureau.port';
import { Eldercare } from './eldercare.port';
import { caseIn, readAnswer, readEvent, SUBSIDIES, toCase, toItem, toWithdrawal } from './wire';

const common = new CommonWords('eldercare', SUBSIDIES);

@Injectable()
export class EldercareClient extends Eldercare {
  constructor(private readonly http: BureauHttp) {
    super();
  }

  fileCase(key: string, filed: FiledCase): Promise<BureauAnswer> {
    return this.post('', key, toCase(filed));
  }

  addItem(key: string, caseNo: string, item: FiledItem): Promise<BureauAnswer> {
    return this.post(`/${encodeURIComponent(caseNo)}/butie`, key, toItem(item));
  }

  withdraw(key: string, caseNo: string, programmes?: readonly string[]): Promise<BureauAnswer> {
    return this.post(`/${encodeURIComponent(caseNo)}/chehui`, key, toWithdrawal(programmes));
  }

  tell(key: string, caseNo: string, message: CaseMessage, sent: Sent): Promise<BureauAnswer> {
    return common.tell(this.http.for('eldercare'), key, caseNo, message, sent);
  }

  readCommonEvent(type: string, body: unknown): CommonEvent {
    return common.readEvent(type, body);
  }

  readEvent(type: string, body: unknown): BureauEvent {
    return readEvent(type, body);
  }

  caseIn(body: unknown): string | undefined {
    return caseIn(body);
  }

  private post(path: string, key: string, body: object): Promise<BureauAnswer> {
    const call = { method: 'POST', path: `/jbyl/openapi/shenqing${path}`, key, body, read: readAnswer } as const;
    return this.http.for('eldercare').call(call);
  }
}
