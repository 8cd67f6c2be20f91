import { tidyPhone } from '@jinmen/shared/applications/check-field';
import { Injectable } from '@nestjs/common';
import { OwnPhones } from '../texting/own-phones.port';
import type { TypedPrincipal } from './mandate.entity';
import { MandatesService } from './mandates.service';

/**
 * Whether a code that comes back from a number can be the person's own yes. Whoever asks types that number, and nobody
 * confirms whose it is; so it is at least none of those they are known by (ADR 0054).
 */
@Injectable()
export class AnsweringPhones {
  constructor(
    private readonly mandates: MandatesService,
    private readonly own: OwnPhones,
  ) {}

  /** False for a number the helper left as their own, and for one that answered for another person they help or helped. */
  async mayAnswer(helperAccountId: string, { idNumber, phone }: TypedPrincipal): Promise<boolean> {
    if (phone === undefined || (await this.own.gave(helperAccountId, phone, idNumber))) return false;
    const answered = await this.mandates.answeredFor(helperAccountId);
    return !answered.some((other) => {
      const theirs = this.mandates.principalOf(other);
      return theirs.idNumber !== idNumber && theirs.phone !== undefined && tidyPhone(theirs.phone) === tidyPhone(phone);
    });
  }
}
