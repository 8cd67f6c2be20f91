import { Injectable } from '@nestjs/common';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { BureauHttp } from '../../platform/bureau-http/bureau-http';
import { type CheckEvent, type CheckRequest, MeansVerification } from './means-verification.port';
import { checkIn, readAnswer, readEvent, toApply, toCancel } from './wire';

@Injectable()
export class MeansVerificationClient extends MeansVerification {
  constructor(private readonly http: BureauHttp) {
    super();
  }

  requestCheck(key: string, request: CheckRequest, askedAt: Date): Promise<BureauAnswer> {
    return this.post('apply', key, toApply(request, askedAt));
  }

  cancel(key: string, checkNo: string, askedAt: Date): Promise<BureauAnswer> {
    return this.post('cancel', key, toCancel(checkNo, askedAt));
  }

  readEvent(type: string, body: unknown): CheckEvent {
    return readEvent(type, body);
  }

  checkIn(body: unknown): string | undefined {
    return checkIn(body);
  }

  private post(act: 'apply' | 'cancel', key: string, body: object): Promise<BureauAnswer> {
    const call = { method: 'POST', path: `/hdservice/api/check/${act}`, key, body, read: readAnswer } as const;
    return this.http.for('means-verification').call(call);
  }
}
