import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer written out once, with the strong tag of exactly these bytes. Keep it as long as its content holds. */
export class TaggedReply {
  private constructor(
    readonly bytes: Buffer,
    readonly etag: string,
    /** Whether it may still be given to somebody else who asks now. */
    readonly isCurrent: () => boolean,
  ) {}

  /** For whoever asked. */
  static of(body: unknown): TaggedReply {
    const bytes = Buffer.from(JSON.stringify(body));
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
    return new TaggedReply(bytes, etag, () => false);
  }

  /** The same bytes, for as many as ask while it is so. */
  currentWhile(isCurrent: () => boolean): TaggedReply {
    return new TaggedReply(this.bytes, this.etag, isCurrent);
  }

  /** Writes the head of the answer; what is left to send is returned, nothing when the caller already has it (RFC 9110 §13.1.2). */
  head(request: FastifyRequest, reply: FastifyReply): Buffer | undefined {
    void reply.header('etag', this.etag).header('cache-control', 'no-cache');
    if (matches(request.headers['if-none-match'], this.etag)) {
      void reply.status(304);
      return undefined;
    }
    void reply.header('content-type', 'application/json; charset=utf-8');
    return this.bytes;
  }
}

/** Whether an `If-None-Match` header names the tag; a weak tag of the same value counts, `*` names all. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag) return true;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);
}
