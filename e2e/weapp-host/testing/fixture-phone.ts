import { join } from 'node:path';
import automator from 'miniprogram-automator';
import { type HostOptions, startHost, type WeappHost } from '../host';
import type { Problem } from '../runtime/problem';
import { until } from './until';

export const FIXTURE = join(__dirname, '../fixture');

/** The client's own objects; its package exports no names for them. */
export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type MiniElement = NonNullable<
  Awaited<ReturnType<NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>['$']>>
>;

/** Sends a request the client has no method for. */
export function askHost(mp: MiniProgram, method: string, params: object = {}): Promise<Record<string, unknown>> {
  // The client keeps its connection private.
  const { connection } = mp as unknown as {
    connection: { send(method: string, params: object): Promise<Record<string, unknown>> };
  };
  return connection.send(method, params);
}

/** The small mini-program in a host, with the unmodified client connected to it. */
export class FixturePhone {
  private constructor(
    readonly host: WeappHost,
    readonly mp: MiniProgram,
  ) {}

  static async open(options: Partial<HostOptions> = {}): Promise<FixturePhone> {
    const host = await startHost({ dist: FIXTURE, ...options });
    return new FixturePhone(host, await automator.connect({ wsEndpoint: host.wsEndpoint }));
  }

  async close(): Promise<void> {
    this.mp.disconnect();
    await this.host.stop();
  }

  /** Sends a request the client has no method for. */
  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return askHost(this.mp, method, params);
  }

  async goTo(url: string): Promise<void> {
    await this.mp.callWxMethod('reLaunch', { url });
  }

  async element(selector: string): Promise<MiniElement> {
    const found = await (await this.mp.currentPage())?.$(selector);
    if (!found) throw new Error(`nothing on screen matches ${selector}`);
    return found;
  }

  async text(selector: string): Promise<string> {
    return (await this.element(selector)).text();
  }

  async tap(selector: string): Promise<void> {
    await (await this.element(selector)).tap();
  }

  shows(selector: string, text: string): Promise<void> {
    return until(`${selector} to show ${text}`, async () => (await this.text(selector)) === text);
  }

  /** Kinds of the problems counted since the last look, once there are as many as expected. */
  async problems(count: number): Promise<readonly Problem[]> {
    await until(`${count} problems`, () => this.host.problems().length >= count);
    const found = [...this.host.problems()];
    this.host.clearProblems();
    return found;
  }
}
