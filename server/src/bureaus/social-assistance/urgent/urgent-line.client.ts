import { Injectable } from '@nestjs/common';
import type { BureauAnswer } from '../../../platform/bureau-http/bureau-answer';
import { BureauHttp } from '../../../platform/bureau-http/bureau-http';
import { readAnswer } from '../wire';
import { type UrgentCall, UrgentLine, type UrgentNews } from './urgent-line.port';
import { readNews, requestIn, toCall, toReminder } from './wire';

@Injectable()
export class UrgentLineClient extends UrgentLine {
  constructor(private readonly http: BureauHttp) {
    super();
  }

  ask(key: string, call: UrgentCall): Promise<BureauAnswer> {
    return this.post('', key, toCall(call));
  }

  remind(key: string, requestNo: string, at: string): Promise<BureauAnswer> {
    return this.post(`/${encodeURIComponent(requestNo)}/cb`, key, toReminder(at));
  }

  readNews(type: string, body: unknown): UrgentNews {
    return readNews(type, body);
  }

  requestIn(body: unknown): string | undefined {
    return requestIn(body);
  }

  private post(path: string, key: string, body: object): Promise<BureauAnswer> {
    const call = { method: 'POST', path: `/shjz/v2/jn${path}`, key, body, read: readAnswer } as const;
    return this.http.for('social-assistance').call(call);
  }
}
