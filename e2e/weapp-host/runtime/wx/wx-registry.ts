import { errorText, isRecord, jsonCopy } from '../json';
import type { Reports } from '../reports';

export type WxOptions = Record<string, unknown>;
type WxFunction = (...args: unknown[]) => unknown;

/** APIs that answer with their return value; all others take `{success, fail, complete}` or return a promise. */
const SYNCHRONOUS =
  /Sync$|^(on|off)[A-Z]|^(create|canIUse|nextTick|getMenuButton|getWindowInfo|getAppBaseInfo|getDeviceInfo|getSystemSetting|getAppAuthorizeSetting|getUpdateManager|getRealtimeLogManager|getLogManager|getFileSystemManager|getPerformance|stopPullDownRefresh|reportAnalytics|reportEvent)/;

export function isSynchronous(name: string): boolean {
  return SYNCHRONOUS.test(name);
}

/** Callbacks of an asynchronous API, if given. */
interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (outcome: unknown) => void;
}

/** The `wx` object: every public name exists, those without a body fail loudly and are counted. */
export class WxRegistry {
  readonly object: Record<string, unknown> = {};
  private readonly originals = new Map<string, unknown>();

  constructor(private readonly reports: Reports) {}

  /** Adds an API that answers with its return value. */
  sync(name: string, body: WxFunction): void {
    this.object[name] = (...args: unknown[]) => {
      this.reports.wxCalls.push(name);
      return body(...args);
    };
  }

  /** Adds an API with callbacks or promise. What the body throws becomes `{errMsg: 'name:fail …'}`. */
  async(name: string, body: (options: WxOptions) => unknown): void {
    this.object[name] = (options: WxOptions = {}) => {
      this.reports.wxCalls.push(name);
      return settle(name, options, body);
    };
  }

  /** Gives every public name without a body one that fails and is reported. */
  addMissing(names: readonly string[]): void {
    for (const name of names) {
      if (name in this.object) continue;
      const refuse = (): never => {
        const message = `${name}:fail not implemented in headless host`;
        this.reports.problem({ kind: 'unimplemented-api', message: `wx.${message}` });
        throw { errMsg: message };
      };
      if (isSynchronous(name)) this.sync(name, refuse);
      else this.async(name, refuse);
      this.missing.add(name);
    }
  }

  private readonly missing = new Set<string>();

  /** True only for what this host really does. */
  canIUse(schema: string): boolean {
    const name = schema.split('.')[0] ?? '';
    return name in this.object && !this.missing.has(name);
  }

  /** Calls an API by name, as a test or a built-in component does. Throws when there is no such function. */
  call(name: string, ...args: unknown[]): unknown {
    const found = this.object[name];
    if (typeof found !== 'function') throw new Error(`wx.${name} does not exist`);
    return found.apply(this.object, args);
  }

  /** As `call`, waiting for an asynchronous API's outcome. */
  async callAndWait(name: string, args: readonly unknown[]): Promise<unknown> {
    if (isSynchronous(name)) return jsonCopy(this.call(name, ...args));
    const options = isRecord(args[0]) ? args[0] : {};
    const outcome = await new Promise((resolve, reject) => {
      this.call(name, { ...options, success: resolve, fail: (e: unknown) => reject(new Error(errorText(e))) });
    });
    return jsonCopy(outcome);
  }

  /** Replaces an API until `restore`. The stand-in can reach the real one as `this.origin`. */
  mock(name: string, standIn: WxFunction): void {
    if (!this.originals.has(name)) this.originals.set(name, this.object[name]);
    const self = { origin: (...args: unknown[]) => this.callOriginal(name, args) };
    if (isSynchronous(name)) {
      this.object[name] = (...args: unknown[]) => standIn.apply(self, args);
      return;
    }
    this.object[name] = (options: WxOptions = {}) => {
      const pending = settle(name, options, async (given) => {
        const { success: _success, fail: _fail, complete: _complete, ...plain } = given;
        const result = await standIn.call(self, plain);
        if (isRecord(result) && /:fail/.test(String(result.errMsg ?? ''))) throw result;
        return result;
      });
      return name === 'request' ? Object.assign(pending ?? {}, { abort: () => undefined }) : pending;
    };
  }

  restore(name: string): void {
    if (this.originals.has(name)) this.object[name] = this.originals.get(name);
  }

  private callOriginal(name: string, args: unknown[]): unknown {
    const original = this.originals.get(name);
    return typeof original === 'function' ? original.apply(this.object, args) : undefined;
  }
}

/** Runs the body and tells callbacks and promise. With callbacks WeChat returns nothing and never rejects. */
function settle(name: string, options: WxOptions, body: (options: WxOptions) => unknown): Promise<unknown> | undefined {
  const { success, fail, complete } = options as Callbacks;
  const outcome = Promise.resolve()
    .then(() => body(options))
    .then(
      (result) => ({ ok: true, value: { errMsg: `${name}:ok`, ...(isRecord(result) ? result : {}) } }),
      (thrown: unknown) => ({ ok: false, value: failure(name, thrown) }),
    );
  if (!success && !fail && !complete) {
    return outcome.then(({ ok, value }) => (ok ? value : Promise.reject(value)));
  }
  void outcome.then(({ ok, value }) => {
    if (ok) success?.(value);
    else fail?.(value);
    complete?.(value);
  });
  return undefined;
}

function failure(name: string, thrown: unknown): object {
  if (isRecord(thrown) && 'errMsg' in thrown) return thrown;
  return { errMsg: `${name}:fail ${errorText(thrown)}` };
}
