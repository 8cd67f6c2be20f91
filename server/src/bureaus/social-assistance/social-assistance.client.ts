import { Injectable } from '@nestjs/common';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { BureauHttp } from '../../platform/bureau-http/bureau-http';
import type { BureauEvent, FiledCase, FiledItem } from '../relief-bureau.port';
import { type CheckResult, SocialAssistance } from './social-assistance.port';
import { caseIn, readAnswer, readEvent, toCase, toCheck, toItem, toWithdrawal } from './wire';

@Injectable()
export class SocialAssistanceClient extends SocialAssistance {
  constructor(private readonly http: BureauHttp) {
    super();
  }

  fileCase(key: string, filed: FiledCase): Promise<BureauAnswer> {
    return this.post('', key, toCase(filed));
  }

  addItem(key: string, caseNo: string, item: FiledItem): Promise<BureauAnswer> {
    return this.post(`/${encodeURIComponent(caseNo)}/sx`, key, toItem(item));
  }

  withdraw(key: string, caseNo: string, programmes?: readonly string[]): Promise<BureauAnswer> {
    return this.post(`/${encodeURIComponent(caseNo)}/cx`, key, toWithdrawal(programmes));
  }

  reportCheck(key: string, caseNo: string, result: CheckResult): Promise<BureauAnswer> {
    return this.post(`/${encodeURIComponent(caseNo)}/hdjg`, key, toCheck(result));
  }

  readEvent(type: string, body: unknown): BureauEvent {
    return readEvent(type, body);
  }

  caseIn(body: unknown): string | undefined {
    return caseIn(body);
  }

  private post(path: string, key: string, body: object): Promise<BureauAnswer> {
    const call = { method: 'POST', path: `/shjz/v2/aj${path}`, key, body, read: readAnswer } as const;
    return this.http.for('social-assistance').call(call);
  }
}
