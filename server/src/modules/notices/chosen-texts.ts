import { Inject, Injectable, Optional } from '@nestjs/common';
import { Consents } from '../consents/consents.port';

/** Whether somebody chose to be told on their phone. Nobody has where no consents are kept. */
@Injectable()
export class ChosenTexts {
  constructor(@Optional() @Inject(Consents) private readonly consents?: Consents) {}

  async has(accountId: string): Promise<boolean> {
    return (await this.consents?.has(accountId, 'progress-messages')) ?? false;
  }
}
