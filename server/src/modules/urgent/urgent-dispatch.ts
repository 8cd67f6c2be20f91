import { urgentKindWords } from '@jinmen/shared/urgent/kinds';
import { Injectable } from '@nestjs/common';
import type { UrgentCall } from '../../bureaus/social-assistance/urgent/urgent-line.port';
import { ConnectedBureaus } from '../../platform/bureau-http/connected-bureaus';
import { Clock } from '../../platform/clock';
import { Outbox } from '../../platform/outbox/outbox';
import type { OpenedRequest } from './urgent-requests.repository';
import { streetOffice } from './urgent-words';

export const ASKED = 'social-assistance.urgent-asked';
export const REMINDED = 'social-assistance.urgent-reminded';

export interface UrgentReminder {
  readonly requestNo: string;
  readonly at: string;
}

/** Writes the words to the bureau of the place, each in the transaction whose consequence it is. */
@Injectable()
export class UrgentDispatch {
  constructor(
    private readonly outbox: Outbox,
    private readonly connected: ConnectedBureaus,
    private readonly clock: Clock,
  ) {}

  /** Where no bureau is connected, `/staff` alone has it. */
  async ask(opened: OpenedRequest): Promise<void> {
    if (!this.reachable) return;
    await this.append(ASKED, opened.row.id, callOf(opened));
  }

  async remind({ row }: OpenedRequest): Promise<void> {
    if (!this.reachable) return;
    const payload: UrgentReminder = { requestNo: row.id, at: this.clock.now().toISOString() };
    await this.append(REMINDED, row.id, payload);
  }

  private get reachable(): boolean {
    return this.connected.has('social-assistance');
  }

  private async append(topic: string, order: string, payload: object): Promise<void> {
    await this.outbox.append({ topic, bureau: 'social-assistance', order, payload });
  }
}

function callOf({ row, said }: OpenedRequest): UrgentCall {
  const { street, kinds, ...plain } = said;
  const office = streetOffice(street);
  return {
    requestNo: row.id,
    number: row.number,
    askedAt: row.askedAt.toISOString(),
    ...(office && { office }),
    kinds: kinds.map((code) => ({ code, text: urgentKindWords(code) })),
    ...plain,
  };
}
