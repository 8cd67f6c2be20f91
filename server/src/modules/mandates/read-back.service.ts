import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { dayWords } from '@jinmen/shared/kernel/day-words';
import { Injectable } from '@nestjs/common';
import { maskedName } from '../../platform/masking';
import { Outbox } from '../../platform/outbox/outbox';
import { People } from '../identity/people.port';
import { TextedNumbers } from '../texting/texted-numbers.port';
import type { MandateRow } from './mandate.entity';
import { MandatesService } from './mandates.service';
import { mandateWords, type ReadBack } from './words';

/** Programmes named one by one; more are counted, a message has 200 signs. */
const NAMED = 2;

/** What the person is told before they say yes: who, what, until when. */
@Injectable()
export class ReadBacks {
  constructor(
    private readonly mandates: MandatesService,
    private readonly people: People,
    private readonly outbox: Outbox,
    private readonly texted: TextedNumbers,
  ) {}

  /**
   * Sends a message with a new code. Inside a transaction; at night it waits for the morning. False when the helper or
   * the number had the day's share of messages: nothing is sent then.
   */
  async send(row: MandateRow): Promise<boolean> {
    if (!(await this.texted.take(row.helperAccountId, this.mandates.principalOf(row).phone ?? ''))) return false;
    const payload: ReadBackSent = { mandateId: row.id, code: await this.mandates.newCode(row) };
    await this.outbox.append({ topic: 'sms.mandate-read-back', bureau: 'sms', order: row.id, payload });
    return true;
  }

  /** The text of the message; the names on it show only a part, a phone lies on tables. */
  async text(row: MandateRow, code: string): Promise<string> {
    return mandateWords.sms(await this.partsOf(row, maskedName), `${code.slice(0, 4)} ${code.slice(4)}`);
  }

  /** That where the money goes was said or changed; as little of names as `text`. */
  async payeeChanged(row: MandateRow): Promise<string> {
    return mandateWords.payeeChanged(await this.partsOf(row, maskedName));
  }

  /** What the street says, with whole names: the person must know who it is. */
  async script(row: MandateRow): Promise<string> {
    return mandateWords.script(await this.partsOf(row, (name) => name), this.mandates.principalOf(row).name);
  }

  private async partsOf({ helperAccountId, programmes, until }: MandateRow, shown: (name: string) => string) {
    const helper = await this.people.findOf(helperAccountId);
    const parts: ReadBack = {
      helper: helper ? shown(helper.name) : '',
      programmes: titlesOf(programmes),
      until: dayWords(until),
    };
    return parts;
  }
}

/** The payload of a message on its way. */
export interface ReadBackSent {
  readonly mandateId: string;
  readonly code: string;
}

function titlesOf(programmes: readonly string[]): string {
  const titles = catalogue.filter(({ code }) => programmes.includes(code)).map(({ title }) => title);
  return titles.length > NAMED ? mandateWords.several(titles[0] ?? '', titles.length) : titles.join('、');
}
