import { Injectable } from '@nestjs/common';
import type { BureauAnswer } from '../../platform/bureau-http/bureau-answer';
import { BureauHttp } from '../../platform/bureau-http/bureau-http';
import type { BureauEvent, FiledCase, FiledItem } from '../relief-bureau.port';
import { DisabilityBenefits } from './disability-benefits.port';
import { caseIn, readAnswer, readEvent, toApplication, toRevocation, toSubsidy } from './wire';

@Injectable()
export class DisabilityBenefitsClient extends DisabilityBenefits {
  constructor(private readonly http: BureauHttp) {
    super();
  }

  fileCase(key: string, filed: FiledCase): Promise<BureauAnswer> {
    return this.post('', key, toApplication(filed));
  }

  addItem(key: string, caseNo: string, item: FiledItem): Promise<BureauAnswer> {
    return this.post(`/${encodeURIComponent(caseNo)}/subsidies`, key, toSubsidy(item));
  }

  withdraw(key: string, caseNo: string, programmes?: readonly string[]): Promise<BureauAnswer> {
    return this.post(`/${encodeURIComponent(caseNo)}/revoke`, key, toRevocation(programmes));
  }

  readEvent(type: string, body: unknown): BureauEvent {
    return readEvent(type, body);
  }

  caseIn(body: unknown): string | undefined {
    return caseIn(body);
  }

  private post(path: string, key: string, body: object): Promise<BureauAnswer> {
    const call = { method: 'POST', path: `/dbt/v1/applications${path}`, key, body, read: readAnswer } as const;
    return this.http.for('disability-benefits').call(call);
  }
}
