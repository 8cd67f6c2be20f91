import { openApiDocument } from '../src/platform/http/openapi';
import { READING_ROOM } from './fakes/reading-room';
import type { Reader, ReadingHouse } from './reading-house';
import { type Reply, send } from './resident';

/** What one answer said: everything but its date and its trace. */
interface Seen {
  readonly asked: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const EVERY_ANSWERS_OWN = ['date', 'x-request-id', 'content-length'];
/** Beside these, nothing an asking touches is shown; `everything` proves it where it is asked for. */
const NEAR = /[/](bookings|invitations|notices|accesses|waitlist|disclosures|services[/])/;
const STAFF = 'staff-session-of-the-test';

/** Random things by which one booking differs from another; told apart by the order they are first seen in. */
const RANDOM =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|JM-[2-9A-Z]{6}[\w.-]*|etag:[^\s"\\]+|(?<![\w-])[\w-]{27}(?![\w-])|\d\*{16}[\dX]|999999\d{11}[\dX]|"code":"\d{4} ?\d{4}"/g;

/**
 * Everything whoever asked can get of a server at one moment: each GET of the API, as themself, as nobody and as staff,
 * about their booking and their links. Taken from the API's own description, so that a new route is looked at too.
 */
export class InvitersEyes {
  private readonly seen: Seen[] = [];

  constructor(
    private readonly house: ReadingHouse,
    private readonly inviter: Reader,
    private readonly id: string,
    private readonly tokens: readonly string[],
    private readonly day: string,
  ) {}

  /** `everything`: every GET there is, also as staff; else what bookings, links, messages and windows can show. */
  async lookAround(at: 'everything' | 'what-is-near'): Promise<void> {
    for (const path of getsOf(this.house)) if (at === 'everything' || NEAR.test(path)) await this.ask(path);
  }

  /** What they themselves did, and the answer. */
  did(what: string, reply: Reply): Reply {
    this.keep(what, reply);
    return reply;
  }

  /** With random things named by their order, and their day by none; two that are alike show the same. */
  recording(): string {
    const names = new Map<string, string>();
    const text = JSON.stringify(this.seen, null, 1).replaceAll(this.day, 'THE-DAY');
    return text.replace(RANDOM, (found) => {
      const name = names.get(found) ?? `#${names.size + 1}`;
      names.set(found, name);
      return name;
    });
  }

  get answers(): number {
    return this.seen.length;
  }

  private async ask(path: string): Promise<void> {
    if (path.endsWith('/staff/audit')) return this.countActs(path);
    const full = this.filled(path);
    if (path.includes('/invitations/')) {
      for (const token of this.tokens) {
        await this.get(full.replace('{token}', token), undefined);
        await this.get(full.replace('{token}', token), this.inviter.accountId);
      }
      return;
    }
    await this.get(full, path.includes('/staff/') ? STAFF : this.inviter.accountId);
  }

  /** What is sealed of the log when it is asked for is a matter of clocks; what stands in it is not. */
  private async countActs(path: string): Promise<void> {
    const [row]: { acts: number | string }[] = await this.house.transactions.manager.query(
      'SELECT COUNT(*) AS acts FROM audit_row',
    );
    this.keep(`GET ${path}`, { status: 200, headers: new Headers(), body: { acts: Number(row?.acts) } });
  }

  private filled(path: string): string {
    const withIds = path.replace('{service}', READING_ROOM).replaceAll(/\{(?!token)\w+\}/g, this.id);
    return path.includes('/services/') ? `${withIds}?kind=table&from=${this.day}&to=${this.day}` : withIds;
  }

  private async get(path: string, session: string | undefined): Promise<void> {
    const headers: Record<string, string> = session === undefined ? {} : { authorization: `Bearer ${session}` };
    this.keep(
      `GET ${path} ${session === undefined ? 'nobody' : ''}`,
      await send(this.house.server, 'GET', path, undefined, headers),
    );
  }

  private keep(asked: string, { status, headers, body }: Reply): void {
    const own = [...headers].filter(([name]) => !EVERY_ANSWERS_OWN.includes(name));
    const named = own.map(([name, value]) => [
      name,
      name === 'etag' ? `etag:${value.replaceAll(/[\s"]/g, '')}` : value,
    ]);
    this.seen.push({ asked, status, headers: Object.fromEntries(named), body });
  }
}

/** Every house has the same API, and to describe it takes seconds. */
let known: readonly string[] | undefined;

/** The paths of every GET there is. */
function getsOf(house: ReadingHouse): readonly string[] {
  if (known) return known;
  const { paths } = openApiDocument(house.server.app, house.server.url);
  known = Object.entries(paths)
    .flatMap(([path, methods]) => ('get' in methods ? [path] : []))
    .sort();
  return known;
}

export const STAFF_OF_THE_TEST = STAFF;
