import type { InspectedPage } from '../../weapp-host/automator/in-page/inspect-methods';
import { askHost, type MiniProgram, waitForPage } from '../mini-program';
import type { NativeCall, NetworkType, Phone, ScreenSize, SentRequest, SubscribeAnswer, Trouble } from './phone';

/** A phone in our own host, by its switches. */
export class HostPhone implements Phone {
  /** What was switched in the app's memory, which a kill takes along: the phone is the same one afterwards. */
  private readonly switched = new Map<string, object>();

  constructor(readonly mp: MiniProgram) {}

  async renew(apiBase: string): Promise<void> {
    this.switched.clear();
    await askHost(this.mp, 'Host.renew', { apiBase });
  }

  async killAndOpen(path: string): Promise<void> {
    await askHost(this.mp, 'Host.restart', { entry: path });
    for (const [method, params] of this.switched) await askHost(this.mp, method, params);
    await waitForPage(this.mp, path);
  }

  handTo(person: string): Promise<void> {
    return this.switch('Host.setPerson', { code: `sim:${person}` });
  }

  async network(type: NetworkType): Promise<void> {
    await askHost(this.mp, 'Host.setNetwork', { type });
  }

  async putAwayAndTakenUp(): Promise<void> {
    await askHost(this.mp, 'Host.setForeground', { foreground: false, graceMs: 0 });
    await askHost(this.mp, 'Host.stats');
    await askHost(this.mp, 'Host.setForeground', { foreground: true });
  }

  answerSubscribes(answer: SubscribeAnswer): Promise<void> {
    return this.switch('Host.setSubscribes', { answer });
  }

  choosePhotos(photos: readonly string[]): Promise<void> {
    return this.switch('Host.setPhotos', { photos });
  }

  systemSays(facts: Readonly<Record<string, unknown>>): Promise<void> {
    return this.switch('Host.setSystem', { overrides: facts });
  }

  async nativeCalls(api: string): Promise<readonly NativeCall[]> {
    const { native } = (await askHost(this.mp, 'Host.stats')) as { native: readonly NativeCall[] };
    return native.filter((call) => call.api === api);
  }

  async storedTexts(): Promise<Readonly<Record<string, string>>> {
    const { texts } = (await askHost(this.mp, 'Host.storage')) as { texts: Record<string, string> };
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.replace(/^wx:/, ''), text]));
  }

  async sentRequests(): Promise<readonly SentRequest[]> {
    const { requests } = (await askHost(this.mp, 'Host.requests')) as { requests: readonly SentRequest[] };
    return requests.map(({ method, url }) => ({ method, url }));
  }

  async setDataSince(act: () => Promise<void>): Promise<readonly number[]> {
    await askHost(this.mp, 'Host.resetStats');
    await act();
    const { setData } = (await askHost(this.mp, 'Host.stats')) as { setData: readonly { bytes: number }[] };
    return setData.map(({ bytes }) => bytes);
  }

  async becomeAsLargeAs(screen: ScreenSize): Promise<void> {
    await askHost(this.mp, 'Host.setScreen', screen);
  }

  async inspect(): Promise<InspectedPage> {
    // What the protocol hands over has no type of its own.
    return (await askHost(this.mp, 'Host.tappables')) as unknown as InspectedPage;
  }

  async takeTroubles(): Promise<readonly Trouble[]> {
    const { problems } = (await askHost(this.mp, 'Host.problems')) as { problems: readonly Trouble[] };
    if (problems.length > 0) await askHost(this.mp, 'Host.clearProblems');
    return problems;
  }

  async putDown(): Promise<void> {
    this.mp.disconnect();
  }

  private async switch(method: string, params: object): Promise<void> {
    this.switched.set(method, params);
    await askHost(this.mp, method, params);
  }
}
