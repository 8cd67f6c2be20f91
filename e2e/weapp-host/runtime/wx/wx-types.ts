/** `wx` as WeChat publishes its types: what the host implements is held against them when it is compiled. */
export type Wx = WechatMiniprogram.Wx;

/** Names of the functions of `wx`. */
export type WxName = {
  [N in keyof Wx]: Wx[N] extends (...args: never[]) => unknown ? N : never;
}[keyof Wx] &
  string;

/** What a caller of an asynchronous API passes. */
export type OptionsOf<N extends WxName> = Wx[N] extends (options: infer O, ...rest: never[]) => unknown
  ? NonNullable<O>
  : never;

/** What its `success` is told; the host may know less than a phone. */
export type AnswerOf<N extends WxName> =
  OptionsOf<N> extends { success?: infer S }
    ? NonNullable<S> extends (answer: infer A) => unknown
      ? Partial<A>
      : never
    : never;

/** `Parameters` of an API that answers with its return value. */
export type ArgumentsOf<N extends WxName> = Wx[N] extends (...args: infer A) => unknown ? A : never;
