import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** An answer written out once, with the strong tag of exactly these bytes. Keep it as long as its content holds. */
export class TaggedReply {
  readonly etag: string;

  private constructor(readonly text: string) {
    this.etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  }

  static of(body: unknown): TaggedReply {
    return new TaggedReply(JSON.stringify(body));
  }
}

/** Sends a `TaggedReply` with its tag, or 304 when the caller already has it (RFC 9110 §13.1.2). */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((body: unknown) => {
        if (!(body instanceof TaggedReply)) return body;
        const http = context.switchToHttp();
        const reply = http.getResponse<FastifyReply>();
        void reply.header('etag', body.etag).header('cache-control', 'no-cache');
        if (matches(http.getRequest<FastifyRequest>().headers['if-none-match'], body.etag)) {
          void reply.status(304);
          return undefined;
        }
        void reply.header('content-type', 'application/json; charset=utf-8');
        return body.text;
      }),
    );
  }
}

/** Whether an `If-None-Match` header names the tag; a weak tag of the same value counts, `*` names all. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);
}
