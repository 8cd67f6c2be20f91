import type { BureauWords } from '../_kit/bureau-gate';
import { nowMs, shanghaiTime } from '../_kit/clock';
import type { Answer, Incoming, Routes } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { BadMessage, fieldsOf, text } from '../_kit/message';

const refuse = (reason: string, status = 400): Answer => ({ json: { accepted: false, reason }, status });

export const words: BureauWords = {
  error500: refuse('busy', 500),
  errorIn200: refuse('busy', 200),
  accepted202: refuse('busy', 202),
  wrongSignature: refuse('signature', 401),
  otherMessage: refuse('id', 409),
};

/** What would have been sent to a telephone. */
export interface Message {
  readonly id: string;
  readonly at: string;
  readonly channel: 'sms' | 'voice';
  readonly phone: string;
  readonly text: string;
}

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^022-?\d{8}$/;

/** 短信和语音通知网关, as docs/bureaus/sms/interface.md describes it. One id is sent once. */
export class Messages {
  private sent: Message[] = [];

  constructor(
    private readonly journal: Journal,
    private readonly changed: () => void = () => undefined,
  ) {}

  readonly routes: Routes = {
    'POST /v1/messages': (request) => {
      try {
        return this.send(request);
      } catch (error) {
        if (error instanceof BadMessage) return refuse(error.message);
        throw error;
      }
    },
  };

  list(): readonly Message[] {
    return this.sent;
  }

  save(): unknown {
    return this.sent;
  }

  load(saved: Message[]): void {
    this.sent = saved;
  }

  reset(): void {
    this.sent = [];
  }

  private send(request: Incoming): Answer {
    const body = fieldsOf(request.body);
    const [id, channel, phone] = [text(body, 'id', 64), text(body, 'channel'), text(body, 'phone', 20)];
    const said = text(body, 'text', 200);
    if (channel !== 'sms' && channel !== 'voice') throw new BadMessage('channel');
    if (!MOBILE.test(phone) && !(channel === 'voice' && LANDLINE.test(phone))) throw new BadMessage('phone');
    if (!this.sent.some((message) => message.id === id)) {
      this.sent.push({ id, at: shanghaiTime(nowMs()), channel, phone, text: said });
      this.journal.effect({ bureau: 'sms', kind: `${channel}-sent`, facts: { id } });
      this.changed();
    }
    return { json: { accepted: true, id } };
  }
}
