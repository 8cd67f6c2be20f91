/** Something a run should not have; tests fail on them. */
export interface Problem {
  readonly kind:
    | 'exception'
    | 'unhandled-rejection'
    | 'console.error'
    | 'unimplemented-api'
    | 'unimplemented-component'
    | 'set-data'
    | 'code-generation'
    | 'missing-file'
    | 'domain'
    | 'large-set-data';
  readonly message: string;
  readonly stack?: string;
}

/** One call of setData, measured as it crosses to the view. */
export interface SetDataCall {
  /** Path of the page or component. */
  readonly is: string;
  /** Path of the page it lies in. */
  readonly page: string;
  readonly keys: number;
  /** UTF-8 bytes of the JSON. */
  readonly bytes: number;
}

/** Something the phone itself would have done: a call, a toast, a dialog. */
export interface NativeCall {
  readonly api: string;
  readonly options: unknown;
}
