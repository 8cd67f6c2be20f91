import type { Point, ViewElement } from '../runtime/view-element';

/** What built-in components may ask of the logic layer. */
export interface BuiltInActions {
  /** Dispatches a WeChat event at an element. */
  fire(element: ViewElement, type: string, detail?: unknown): void;
  tap(element: ViewElement, point?: Point): void;
  /** Notes something only the phone could do, e.g. opening a picker. */
  recordNative(api: string, options: unknown): void;
  /** Reports, once, a built-in or a property of one that the host has no behaviour for. */
  reportMissing(what: string): void;
  /** Calls a wx navigation API. */
  navigate(kind: string, options: unknown): void;
  /** Notes that a button that agrees to WeChat's guideline was tapped. */
  agreeToPrivacy(buttonId: string): void;
}
