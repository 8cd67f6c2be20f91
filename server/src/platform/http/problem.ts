/** One field of the request that is wrong; `field` is its path, e.g. `facts.household.memberCount`. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** An error as it leaves the house (RFC 9457). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  readonly traceId: string;
  /** What one problem alone says beside these, e.g. `purpose` of `consent.required`. */
  readonly [member: string]: unknown;
}

/** What a problem may carry beyond its words. */
export interface ProblemExtras {
  /** Extension members of the body (RFC 9457 §3.2). */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Headers of the answer, e.g. `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page full of wrong fields; a body made of nothing else must not come back several times as long. */
const MAX_ERRORS = 50;

/** A name of ours; no digits as long as a telephone's, an ID number's or a sum's. */
const NAME = /^(?!.*\d{4})[\w[\]:-]{1,50}$/;

/** A field nobody asked for is named by the caller, who may have typed anything there: it is not said back. */
function nameOf(field: string): string {
  const parts = field.split('.');
  return parts.map((part) => (NAME.test(part) ? part : '?')).join('.');
}

/** The titles of the statuses we use, for machines and developers; `detail` is what a resident reads. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/**
 * An error a caller is meant to see. `code` is stable and may be relied on; `detail` is Chinese a resident
 * understands and holds nothing of what was sent.
 */
export class Problem extends Error {
  readonly errors: readonly FieldProblem[];

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    errors: readonly FieldProblem[] = [],
    private readonly extras: ProblemExtras = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.errors = errors.slice(0, MAX_ERRORS).map((error) => ({ ...error, field: nameOf(error.field) }));
  }

  get headers(): Readonly<Record<string, string>> {
    return this.extras.headers ?? {};
  }

  get title(): string {
    return TITLES[this.status] ?? 'Error';
  }

  body(traceId: string): ProblemBody {
    return {
      ...this.extras.more,
      type: `urn:jinmen:problem:${this.code}`,
      title: this.title,
      status: this.status,
      code: this.code,
      detail: this.detail,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
      traceId,
    };
  }
}

/** The problems that do not belong to one feature. */
export const problems = {
  notFound: () => new Problem(404, 'request.not-found', '没有找到这个地址，请返回首页再试。'),
  malformedJson: () => new Problem(400, 'request.malformed-json', '发来的内容不完整，请重新打开页面再试一次。'),
  tooDeep: () => new Problem(400, 'request.too-deep', '发来的内容层级太多，请重新打开页面再试一次。'),
  tooLarge: () => new Problem(413, 'request.too-large', '发来的内容太大了，请减少一些再试。'),
  unsupportedMediaType: () =>
    new Problem(415, 'request.unsupported-media-type', '发来的内容格式不对，请重新打开页面再试一次。'),
  noFile: () => new Problem(400, 'upload.no-file', '没有收到照片。请再选一次。'),
  invalid: (errors: readonly FieldProblem[]) =>
    new Problem(400, 'request.invalid', '有几项填得不对，请看下面的提示。', errors),
  badRequest: () => new Problem(400, 'request.bad', '这次请求没有看懂，请重新打开页面再试一次。'),
  timeout: () => new Problem(408, 'request.timeout', '等了太久没有收到完整的内容，请检查网络再试一次。'),
  headersTooLarge: () => new Problem(431, 'request.headers-too-large', '这次请求没有看懂，请重新打开页面再试一次。'),
  signInRequired: () => new Problem(401, 'session.required', '请先登录再办这件事。'),
  notYourRole: () => new Problem(403, 'staff.other-role', '这件事由其他岗位的同事办理。'),
  keyRequired: () => new Problem(400, 'idempotency.key-required', '这次请求没有看懂，请重新打开页面再试一次。'),
  keyInvalid: () => new Problem(400, 'idempotency.key-invalid', '这次请求没有看懂，请重新打开页面再试一次。'),
  attemptInvalid: () => new Problem(400, 'idempotency.attempt-invalid', '这次请求没有看懂，请重新打开页面再试一次。'),
  inFlight: () =>
    new Problem(409, 'idempotency.in-flight', '上一次还在办，请等几秒再试，不会办成两次。', [], {
      headers: { 'retry-after': '2' },
    }),
  otherBody: () =>
    new Problem(
      422,
      'idempotency.other-body',
      '这一份刚才已经交过，内容和现在的不一样。请回到上一页看看，再重新提交。',
    ),
  busy: (seconds: number) =>
    new Problem(503, 'server.busy', '现在办的人多，请等几秒再点一次。填的都在，不用重填。', [], {
      headers: { 'retry-after': String(seconds) },
    }),
  unavailable: () =>
    new Problem(503, 'server.unavailable', '服务正在准备或忙不过来，请过一会儿再试。急事请打 12345。', [], {
      headers: { 'retry-after': '5' },
    }),
  unexpected: () =>
    new Problem(500, 'server.unexpected', '我们这边出了点问题，您填的内容没有丢。请过一会儿再试，急事请打 12345。'),
} as const;
