import type { HostBundle } from '../../compile/bundle';
import { errorText, isRecord, jsonCopy } from '../json';
import type { Reports } from '../reports';
import type { AnswerOf, ArgumentsOf, OptionsOf, WxName } from './wx-types';

export type WxOptions = Record<string, unknown>;
type WxFunction = (...args: unknown[]) => unknown;

/** Callbacks of an asynchronous API, if given. */
interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (outcome: unknown) => void;
}

/** How an API answers: with its return value, with a task and callbacks, or with callbacks or a promise. */
type Kind = 'sync' | 'task' | 'async';

/** The `wx` object: every public name exists, those without a body fail loudly and are counted. */
export class WxRegistry {
  readonly object: Record<string, unknown> = {};
  private readonly originals = new Map<string, unknown>();
  private readonly kinds = new Map<string, Kind>();

  constructor(private readonly reports: Reports) {}

  /** Adds an API that answers with its return value. */
  sync<N extends WxName>(name: N, body: (...args: ArgumentsOf<N>) => unknown): void {
    this.add(name, 'sync', body as WxFunction);
  }

  /** Adds an API that takes callbacks and answers with a task. */
  task(name: WxName, body: WxFunction): void {
    this.add(name, 'task', body);
  }

  /** Adds an API with callbacks or promise. What the body throws becomes `{errMsg: 'name:fail …'}`. */
  async<N extends WxName>(
    name: N,
    // biome-ignore lint/suspicious/noConfusingVoidType: a body may be asynchronous and answer nothing
    body: (options: OptionsOf<N>) => AnswerOf<N> | Promise<AnswerOf<N> | void> | void,
  ): void {
    this.addAsync(name, body as (options: WxOptions) => unknown);
  }

  /** Asked before each asynchronous API; it may hold the call back, or throw what the app is answered. */
  before: (name: string) => Promise<void> | undefined = () => undefined;

  private addAsync(name: string, body: (options: WxOptions) => unknown): void {
    this.add(name, 'async', (options) => {
      const held = this.before(name);
      const given = isRecord(options) ? options : {};
      return settle(name, given, held ? () => held.then(() => body(given)) : body);
    });
  }

  private add(name: string, kind: Kind, body: WxFunction): void {
    this.kinds.set(name, kind);
    this.object[name] = (...args: unknown[]) => {
      this.reports.wxCalls.push(name);
      return body(...args);
    };
  }

  /** Gives every public name without a body one that fails and is reported. */
  addMissing(apis: HostBundle['apis']): void {
    for (const { name, isAsync } of apis) {
      if (name in this.object) continue;
      const refuse = (): never => {
        const message = `${name}:fail not implemented in headless host`;
        this.reports.problem({ kind: 'unimplemented-api', message: `wx.${message}` });
        throw { errMsg: message };
      };
      if (isAsync) this.addAsync(name, refuse);
      else this.add(name, 'sync', refuse);
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
    if (this.kinds.get(name) === 'sync') return jsonCopy(this.call(name, ...args));
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
    if (this.kinds.get(name) === 'sync') {
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
      return this.kinds.get(name) === 'task' ? Object.assign(pending ?? {}, { abort: () => undefined }) : pending;
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
