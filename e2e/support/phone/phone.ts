import type { InspectedPage } from '../../weapp-host/automator/in-page/inspect-methods';
import type { MiniProgram } from '../mini-program';

/** Something that went wrong in the app, and that no journey may have. */
export interface Trouble {
  readonly kind: string;
  readonly message: string;
}

/** A call out of the app that WeChat itself finishes. */
export interface NativeCall {
  readonly api: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A request the app sent, wherever it was sent to. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
}

/** What a resident answers when WeChat asks whether it may write to them. */
export type SubscribeAnswer = 'accept' | 'reject' | 'ban';

export type NetworkType = 'wifi' | 'none';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/**
 * What a test can do to a phone besides looking at it and touching it. Two bodies keep these promises: one with the
 * switches of our host (host-phone.ts), one with what every tool understands (portable-phone.ts).
 */
export interface Phone {
  readonly mp: MiniProgram;
  /** Nothing is stored, mocked or counted, everything is as when new, and the app has just been opened at home. */
  renew(apiBase: string): Promise<void>;
  /** The app's memory goes, what is stored stays; then it is opened at this page. What the phone is stays as well. */
  killAndOpen(path: string): Promise<void>;
  /** Whom WeChat signs in; one of the simulators' people. */
  handTo(person: string): Promise<void>;
  network(type: NetworkType): Promise<void>;
  /** Another app was in front for so long that WeChat cut what was under way. A phone on a real tool stays in front. */
  putAwayAndTakenUp(): Promise<void>;
  answerSubscribes(answer: SubscribeAnswer): Promise<void>;
  /** Each in base64; what the app is given when it next asks for photos. None: the resident thinks better of it. */
  choosePhotos(photos: readonly string[]): Promise<void>;
  /** What the phone says of itself, e.g. `{ SDKVersion: '2.21.2' }`. */
  systemSays(facts: Readonly<Record<string, unknown>>): Promise<void>;
  /** Since the app was opened. */
  nativeCalls(api: string): Promise<readonly NativeCall[]>;
  /** Everything stored, by name, as somebody reads it who has not got WeChat's key. */
  storedTexts(): Promise<Readonly<Record<string, string>>>;
  /** Since the phone was new. */
  sentRequests(): Promise<readonly SentRequest[]>;
  /** The size of each thing that went to the screen in the meantime. */
  setDataSince(act: () => Promise<void>): Promise<readonly number[]>;
  /** Of another size from now on, in CSS pixels. A phone on a real tool stays as it is. */
  becomeAsLargeAs(screen: ScreenSize): Promise<void>;
  /** The page on screen as a finger and a screen reader meet it; no real tool can say. */
  inspect(): Promise<InspectedPage>;
  /** Since the phone was new, or since they were last taken. */
  takeTroubles(): Promise<readonly Trouble[]>;
  /** The tool goes on; nobody holds the phone. */
  putDown(): Promise<void>;
}
