import type { UrgentKind } from '@jinmen/shared/urgent/kinds';
import type { BureauAnswer } from '../../../platform/bureau-http/bureau-answer';

/** Somebody asks for help at once: nobody's identity was checked, and none is asked for. */
export interface UrgentCall {
  readonly requestNo: string;
  /** What the person can say on the telephone. */
  readonly number: string;
  /** ISO instant. */
  readonly askedAt: string;
  /** The office of the place they are at, whatever their hukou; none when only words say where. */
  readonly office?: { readonly code: string; readonly name: string };
  readonly place?: string;
  readonly name?: string;
  readonly forSomebodyElse: boolean;
  readonly kinds: readonly { readonly code: UrgentKind; readonly text: string }[];
  readonly words?: string;
  readonly phone?: string;
  /** Where to find them who have no phone. */
  readonly findAt?: string;
}

/** What the bureau says happened. */
export type UrgentNews =
  | { readonly requestNo: string; readonly kind: 'contacted' | 'visited' }
  /** `what`: in the clerk's words, for the person. */
  | { readonly requestNo: string; readonly kind: 'helped'; readonly what?: string }
  | { readonly requestNo: string; readonly kind: 'handed-on'; readonly to: string };

/** 社会救助综合管理信息平台, 救急难: docs/bureaus/urgent-help/interface.md. */
export abstract class UrgentLine {
  abstract ask(key: string, call: UrgentCall): Promise<BureauAnswer>;

  /** Nobody looked at it in time, on either side. */
  abstract remind(key: string, requestNo: string, at: string): Promise<BureauAnswer>;

  /** @throws BureauNonsense */
  abstract readNews(type: string, body: unknown): UrgentNews;

  /** Which request a message is about that cannot be read otherwise. */
  abstract requestIn(body: unknown): string | undefined;
}
