import type { BureauAnswer } from './bureau-answer';

/** A reply that came whole and could be read; what it means is for the bureau's wire to say. */
export interface BureauReply {
  readonly status: number;
  /** Absent when there was no body. */
  readonly body: unknown;
}

/** Thrown inside a line for whatever must count against it; becomes its answer. */
export class LineFailure extends Error {
  constructor(
    readonly answered: boolean,
    readonly why: string,
  ) {
    super(why);
    this.name = 'LineFailure';
  }
}

export const MAX_REPLY_BYTES = 1024 * 1024;

/** Nothing that is not there, and no error dressed as text: a status that says "never" is one of these. */
const NEVER = new Set([400, 404, 409, 422]);

/** What a reply means by its status alone (docs/bureaus/transport.md §4), for a bureau that says no more than that. */
export function answerByStatus({ status, body }: BureauReply): BureauAnswer {
  if (status === 200) return { kind: 'done', body };
  if (status === 202) return { kind: 'pending' };
  if (isRefusal(status)) return { kind: 'rejected', code: `http-${status}` };
  return failedWith(status);
}

/** Whether the status says that sending it again will never help. 401 and 429 do not: our key or our haste is at fault. */
export function isRefusal(status: number): boolean {
  return NEVER.has(status);
}

/** An answer that was none of those a bureau's document lists. */
export function failedWith(status: number, code?: string): BureauAnswer {
  return {
    kind: 'failed',
    answered: true,
    why: code === undefined ? `status ${status}` : `status ${status} (${code})`,
  };
}

/** What a reply's stream gives, at most `MAX_REPLY_BYTES`. */
export async function readLimited(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > MAX_REPLY_BYTES) throw new LineFailure(true, 'reply too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The value in a reply's bytes, in the charset it names; older systems still speak GBK. */
export function readBody(bytes: Buffer, contentType: string | undefined): unknown {
  if (bytes.length === 0) return undefined;
  const text = decode(bytes, contentType);
  try {
    return JSON.parse(text);
  } catch {
    throw new LineFailure(true, 'reply is not JSON');
  }
}

function decode(bytes: Buffer, contentType: string | undefined): string {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw new LineFailure(true, 'reply is not in the charset it names');
  }
}
