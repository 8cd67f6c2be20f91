import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRetryable } from '../database/retryable';
import { SealBroken } from '../sealing/envelope';
import { Problem, problems } from './problem';

/** Fastify's own refusals, before any of our code runs, and what they are to a caller. */
const BY_FASTIFY_CODE: Readonly<Record<string, () => Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problems.tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problems.unsupportedMediaType,
  FST_ERR_CTP_EMPTY_JSON_BODY: problems.malformedJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: problems.badRequest,
  FST_ERR_BAD_URL: problems.notFound,
  FST_ERR_NOT_FOUND: problems.notFound,
};

/**
 * The database cannot be reached, or went away in the middle: as the drivers say it. Whether what was asked took effect
 * is not known then; the same key finds out.
 */
const DATABASE_GONE: ReadonlySet<string> = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'ER_CON_COUNT_ERROR',
  'ER_CONNECTION_KILLED',
  // 1180: a node of a cluster lost the others while it committed; like a lost connection, nobody knows what came of it
  'ER_ERROR_DURING_COMMIT',
  'ER_SERVER_SHUTDOWN',
  // 1047: a node of a cluster is not, or not yet, one of the majority
  'ER_UNKNOWN_COM_ERROR',
]);

/** Whether the error, or what it wraps, says so: it is about nobody’s wish in particular. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { statusCode } = error as { statusCode?: unknown };
  return isGone(error) || statusCode === 503;
}

/** A statement over a connection that broke before has no code; mysql2 marks whatever ends a connection as fatal. */
function isGone(error: Error): boolean {
  const { code, fatal } = error as { code?: unknown; fatal?: unknown };
  return (typeof code === 'string' && DATABASE_GONE.has(code)) || (code === undefined && fatal === true);
}

const BY_STATUS: Readonly<Record<number, () => Problem>> = {
  400: problems.badRequest,
  401: problems.signInRequired,
  404: problems.notFound,
  408: problems.timeout,
  413: problems.tooLarge,
  415: problems.unsupportedMediaType,
  503: problems.unavailable,
};

/** The only place where an error becomes an answer. What nobody expected is logged without any of its words. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error({ traceId: request.id, ...traceOf(error), status: problem.status });
    answer(http.getResponse<FastifyReply>(), problem, request.id);
  }
}

/** Sends the problem. Never cached: the next try may succeed. */
export function answer(reply: FastifyReply, problem: Problem, traceId: string): void {
  void reply
    .status(problem.status)
    .headers(problem.headers)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-request-id', traceId)
    .send(JSON.stringify(problem.body(traceId)));
}

/** What the error is to a caller; anything unknown is `server.unexpected`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return problems.unexpected();
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? BY_FASTIFY_CODE[code] : undefined;
  if (known) return known();
  // tried again as often as it is: the locks are out of reach, nothing was done, and a moment later it may go
  if (isGone(error) || isRetryable(error)) return problems.unavailable();
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (typeof status !== 'number') return problems.unexpected();
  const byStatus = BY_STATUS[status] ?? (status < 500 ? problems.badRequest : problems.unexpected);
  return byStatus();
}

/** Somebody changed it or put it elsewhere in the database, or a key is missing: docs/operations.md. */
const DOES_NOT_OPEN = 'a sealed value does not open';

/**
 * Where it happened and of what kind it was, and an alarm where it is one. Not its message: a database error quotes the row it refused, and rows
 * hold what residents typed.
 */
export function traceOf(error: unknown): { alarm?: string; error: string; code?: string; at?: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    ...(error instanceof SealBroken && { alarm: DOES_NOT_OPEN }),
    error: error.name,
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? { code } : {}),
    at: frames.slice(0, 12).map((line) => line.trim()),
  };
}
