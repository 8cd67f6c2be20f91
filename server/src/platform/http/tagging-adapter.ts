import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { callerOf } from '../auth/current';
import { TaggedReply } from './etag';
import type { QuickReads } from './quick-reads';

/**
 * Sends a `TaggedReply`; one of a public route that is still current is given to the next who asks for the same address.
 * Done where an answer is sent and not in an interceptor: the mere presence of one costs every request of the server.
 */
export class TaggingAdapter extends FastifyAdapter {
  quick: QuickReads | undefined;

  override reply(response: FastifyReply, body: unknown, statusCode?: number): ReturnType<FastifyAdapter['reply']> {
    if (!(body instanceof TaggedReply)) return super.reply(response, body, statusCode);
    const { request } = response;
    // a caller is remembered on every route but a public one
    if (callerOf(request) === undefined) this.quick?.remember(request, body);
    return super.reply(response, body.head(request, response), statusCode);
  }
}
