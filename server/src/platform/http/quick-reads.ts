import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TaggedReply } from './etag';

const MOST_ADDRESSES = 1000;
/** An address that was made up to fill the memory is longer than any of ours. */
const LONGEST_ADDRESS = 300;

/**
 * Answers of public routes by the address they were asked for, given again without anything of the request being looked
 * at, for as long as they are current. Whether they are is not decided here: a reply that is over is asked for anew.
 */
@Injectable()
export class QuickReads {
  private readonly replies = new Map<string, TaggedReply>();

  /** @param reply of a route that asks nobody who they are: the address alone says what it is. */
  remember({ method, url }: Pick<FastifyRequest, 'method' | 'url'>, reply: TaggedReply): void {
    if (method !== 'GET' || url.length > LONGEST_ADDRESS || !reply.isCurrent()) return;
    this.replies.delete(url);
    this.replies.set(url, reply);
    for (const [address, other] of this.replies) {
      if (other.isCurrent() && this.replies.size <= MOST_ADDRESSES) break;
      this.replies.delete(address);
    }
  }

  find({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): TaggedReply | undefined {
    const reply = method === 'GET' ? this.replies.get(url) : undefined;
    if (reply === undefined || reply.isCurrent()) return reply;
    this.replies.delete(url);
    return undefined;
  }
}

/** Before the framework: a remembered answer needs no guard, pipe or handler. What every answer has was added before. */
export function answerQuickReads(fastify: FastifyInstance, quick: QuickReads): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const known = quick.find(request);
    if (known === undefined) done();
    else void reply.send(known.head(request, reply));
  });
}
