import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestMetrics } from './request-metrics';

/**
 * One line a request, from an allow-list: what it was for and how it went. The route's pattern, never the raw URL;
 * never a query, a body or a header. What a resident typed cannot reach the log because nothing here reads it.
 */
export function logRequests(fastify: FastifyInstance, metrics: RequestMetrics, logger: LoggerService): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const line = requestLine(request, reply);
    metrics.count(line);
    logger.log(line, 'Request');
    done();
  });
}

export interface RequestLine {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
  readonly traceId: string;
}

function requestLine(request: FastifyRequest, reply: FastifyReply): RequestLine {
  return {
    method: request.method,
    route: request.routeOptions.url ?? '(none)',
    status: reply.statusCode,
    durationMs: Math.round(reply.elapsedTime * 10) / 10,
    traceId: request.id,
  };
}
