import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { BureauWords } from '../_kit/bureau-gate';
import { nowMs, shanghaiTime } from '../_kit/clock';
import type { Answer, Incoming, Routes } from '../_kit/http-answer';
import type { Journal } from '../_kit/journal';
import { BadMessage, type Fields, fieldsOf } from '../_kit/message';
import type { Environment } from '../_kit/settings';
import { findPerson, knownPeople } from '../people';
import { wrongField } from './template-fields';
import { Tokens } from './tokens';

const CODE_LIVES_MS = 5 * 60_000;

const error = (errcode: number, errmsg: string): Answer => ({ json: { errcode, errmsg } });
const BUSY = error(-1, 'system error');

export const words: BureauWords = {
  error500: { json: {}, status: 500 },
  errorIn200: BUSY,
  accepted202: BUSY,
  wrongSignature: BUSY,
  otherMessage: BUSY,
};

/** A subscription message as a person's phone would show it. */
export interface SentMessage {
  readonly person: string;
  readonly at: string;
  readonly template: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, string>>;
}

interface LoginCode {
  readonly person: string;
  readonly madeMs: number;
  used: boolean;
}

/** The openid of a person: always the same, so that signing in again leads to the same account. */
export function openidOf(person: string): string {
  return `oSIM${createHash('sha256').update(person).digest('hex').slice(0, 24)}`;
}

const personByOpenid: ReadonlyMap<string, string> = new Map(knownPeople.map(({ name }) => [openidOf(name), name]));

/** The part of WeChat's servers that docs/bureaus/wechat/interface.md describes. */
export class WeChat {
  readonly tokens = new Tokens();
  private codes = new Map<string, LoginCode>();
  private grants = new Map<string, number>();
  private sent: SentMessage[] = [];

  constructor(
    private readonly env: Environment,
    private readonly journal: Journal,
    private readonly changed: () => void = () => undefined,
  ) {}

  readonly routes: Routes = {
    'GET /sns/jscode2session': ({ query }) => this.session(query),
    'POST /cgi-bin/stable_token': (request) => this.stableToken(request),
    'POST /cgi-bin/message/subscribe/send': (request) => this.send(request),
  };

  /** A login code as `wx.login` makes them: five minutes, once. */
  makeCode(person: string): string {
    const code = `0a${randomBytes(15).toString('hex')}`;
    this.codes.set(code, { person, madeMs: nowMs(), used: false });
    return code;
  }

  /** The person has said yes so many times to this template. */
  grant(person: string, template: string, count: number): void {
    const key = `${openidOf(person)}|${template}`;
    this.grants.set(key, (this.grants.get(key) ?? 0) + count);
    this.changed();
  }

  messages(): readonly SentMessage[] {
    return this.sent;
  }

  save(): unknown {
    return { grants: [...this.grants], sent: this.sent };
  }

  load(saved: { grants: [string, number][]; sent: SentMessage[] }): void {
    this.grants = new Map(saved.grants);
    this.sent = saved.sent;
  }

  reset(): void {
    this.tokens.reset();
    this.codes.clear();
    this.grants.clear();
    this.sent = [];
  }

  private session(query: URLSearchParams): Answer {
    const wrong = this.wrongApp(query.get('appid'), query.get('secret'));
    if (wrong) return wrong;
    const code = query.get('js_code') ?? '';
    if (code === '') return error(41008, 'missing code');
    const person = code.startsWith('sim:') ? findPerson(code.slice('sim:'.length))?.name : this.useUp(code);
    if (person === 'used') return error(40163, 'code been used');
    if (!person) return error(40029, 'invalid code');
    this.journal.effect({ bureau: 'wechat', kind: 'signed-in', facts: { person } });
    return { json: { openid: openidOf(person), session_key: randomBytes(16).toString('base64') } };
  }

  private useUp(code: string): string | undefined {
    const known = this.codes.get(code);
    if (!known) return undefined;
    if (known.used) return 'used';
    known.used = true;
    return nowMs() - known.madeMs > CODE_LIVES_MS ? undefined : known.person;
  }

  private stableToken(request: Incoming): Answer {
    const body = jsonOf(request);
    if (body?.grant_type !== 'client_credential') return error(40002, 'invalid grant_type');
    const wrong = this.wrongApp(body.appid, body.secret);
    if (wrong) return wrong;
    if (body.force_refresh !== true) return { json: this.tokens.current() };
    const forced = this.tokens.force();
    return forced ? { json: forced } : error(45009, 'reach max api daily quota limit');
  }

  private send(request: Incoming): Answer {
    const token = this.tokens.check(request.query.get('access_token') ?? '');
    if (token === 'wrong') return error(40001, 'invalid credential, access_token is invalid or not latest');
    if (token === 'expired') return error(42001, 'access_token expired');
    const body = jsonOf(request);
    const person = personByOpenid.get(String(body?.touser));
    if (!body || !person) return error(40003, 'invalid openid');
    const template = String(body.template_id ?? '');
    const ours = this.env.WECHAT_TEMPLATE_PROGRESS;
    if (template === '' || (ours && template !== ours)) return error(40037, 'invalid template_id');
    const data = body.data as Readonly<Record<string, { value: string }>> | null | undefined;
    if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) {
      return error(47003, 'argument invalid! data is invalid');
    }
    const field = wrongField(data);
    if (field) return error(47003, `argument invalid! data.${field}.value is invalid`);
    if (!this.useGrant(person, template)) return error(43101, 'user refuse to accept the msg');
    return this.deliver(person, template, body, data);
  }

  private deliver(
    person: string,
    template: string,
    body: Fields,
    data: Readonly<Record<string, { value: string }>>,
  ): Answer {
    const values = Object.fromEntries(Object.entries(data).map(([key, { value }]) => [key, value]));
    const page = typeof body.page === 'string' ? { page: body.page } : {};
    this.sent.push({ person, at: shanghaiTime(nowMs()), template, ...page, data: values });
    this.journal.effect({ bureau: 'wechat', kind: 'message-sent', facts: { person, template, id: randomUUID() } });
    this.changed();
    return { json: { errcode: 0, errmsg: 'ok', msgid: this.sent.length } };
  }

  private useGrant(person: string, template: string): boolean {
    const key = `${openidOf(person)}|${template}`;
    const left = this.grants.get(key) ?? 0;
    if (left > 0) this.grants.set(key, left - 1);
    return left > 0;
  }

  private wrongApp(appid: unknown, secret: unknown): Answer | undefined {
    if (typeof appid !== 'string' || appid === '') return error(41002, 'appid missing');
    if (typeof secret !== 'string' || secret === '') return error(41004, 'appsecret missing');
    if (this.env.WECHAT_APP_ID && appid !== this.env.WECHAT_APP_ID) return error(40013, 'invalid appid');
    if (this.env.WECHAT_APP_SECRET && secret !== this.env.WECHAT_APP_SECRET) return error(40125, 'invalid appsecret');
    return undefined;
  }
}

function jsonOf(request: Incoming): Fields | undefined {
  try {
    return fieldsOf(request.body);
  } catch (reason) {
    if (reason instanceof BadMessage) return undefined;
    throw reason;
  }
}
