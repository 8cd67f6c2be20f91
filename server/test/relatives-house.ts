import { randomUUID } from 'node:crypto';
import { askedFor } from './a-deceased-request';
import { AccessHouse } from './access/access-house';
import { DEAD, staffHeaders } from './identity-desk';
import { type Reply, send } from './resident';

export type Colleague = Readonly<Record<string, string>>;
const AT = '/api/v1/staff/deceased-requests';

/** The desk of a street: who takes down what a relative asks, and a second colleague who answers. */
export class RelativesHouse {
  private constructor(
    readonly access: AccessHouse,
    readonly clerk: Colleague,
    readonly second: Colleague,
    readonly elsewhere: Colleague,
  ) {}

  static async start(): Promise<RelativesHouse> {
    const access = await AccessHouse.start();
    const colleague = (number: string) => staffHeaders(access.server.url, number);
    return new RelativesHouse(access, await colleague('J2001'), await colleague('J2001-2'), await colleague('J2002'));
  }

  get app() {
    return this.access.server.app;
  }

  colleague(number: string): Promise<Colleague> {
    return staffHeaders(this.access.server.url, number);
  }

  send(who: Colleague, method: string, path = '', body?: unknown): Promise<Reply> {
    return send(this.access.server, method, `${AT}${path}`, body, { 'idempotency-key': randomUUID(), ...who });
  }

  /** As typed at the desk, `more` in place of what is usual. */
  record(more: object = {}, who: Colleague = this.clerk): Promise<Reply> {
    return this.send(who, 'POST', '', { ...askedFor(), ...more });
  }

  /** About somebody who had a phone here. @returns the id of the request */
  async recordedAbout(idNumber: string, more: object = {}, who: Colleague = this.clerk): Promise<string> {
    const about = { deceasedName: `${DEAD}者`, deceasedIdNumber: idNumber };
    const { status, body } = await this.record({ ...about, ...more }, who);
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return String(body.id);
  }

  async listed(who: Colleague): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { status, body } = await this.send(who, 'GET');
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body.items as readonly Readonly<Record<string, unknown>>[]; // cast: by its schema
  }

  end(): Promise<void> {
    return this.access.end();
  }
}
