import {
  applyDecorators,
  type CallHandler,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { ApiConflictResponse, ApiHeader, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { callerOf } from '../auth/current';
import { problemSchema } from '../http/json-schema';
import { Ownerships } from '../http/owned';
import { problems } from '../http/problem';
import { sm3 } from '../sealing/sm';
import { canonicalJson } from './canonical-json';
import { Idempotency } from './idempotency';
import type { IdempotencyScope } from './idempotency-store';

const ATTEMPT = { type: 'string', enum: ['1'] };
const ATTEMPT_SAYS =
  'a promise that no other request with this key was ever sent; absent on every retry. No proxy may retry a request that carries it';

/** 8 to 255 visible ASCII characters. */
const KEY = /^[\x21-\x7e]{8,255}$/;

/** Runs after the guards (401, then the owner's 404) and before the pipes: the key is looked at before the body. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly ownerships: Ownerships,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const scope = scopeOf(request);
    // asked for inside the transaction, so that the owner's right, the pipes and the handler are, again at each try
    const work = async () => {
      const caller = callerOf(request);
      if (caller?.kind === 'resident') await this.ownerships.mustOwn(caller.resident, context);
      return { body: await lastValueFrom(next.handle()), status: reply.statusCode };
    };
    return from(
      this.idempotency.once(scope, work).then(({ status, body }) => {
        void reply.status(status);
        return body;
      }),
    );
  }
}

/**
 * The route needs an `Idempotency-Key`, does its work once for it in one transaction, and gives the same answer again.
 * Beside `@Access('resident')`, `@Access('staff')` or `@Access('anyone')`; there the body must hold something only the
 * caller knows, because all without a session share the keys.
 *
 * `by: 'handler'`: only the key is looked at here; the handler keeps the rest of the promise for many requests at once.
 * No ownership is asked for again, so the route names nothing of anybody’s.
 */
export function Idempotent({ by }: { readonly by?: 'handler' } = {}): MethodDecorator {
  return applyDecorators(
    by === 'handler' ? UseGuards(KeyGuard) : UseInterceptors(IdempotencyInterceptor),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'random, one per intention, kept for retries' }),
    ...(by === 'handler'
      ? [ApiHeader({ name: 'Attempt', required: false, schema: ATTEMPT, description: ATTEMPT_SAYS })]
      : []),
    ApiConflictResponse({ schema: problemSchema }),
    ApiUnprocessableEntityResponse({ schema: problemSchema }),
  );
}

/** What makes two requests one: whose, which route, which key. @throws Problem 400 for a key that is absent or none. */
export function scopeOf(request: FastifyRequest): IdempotencyScope {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw problems.keyRequired();
  if (typeof key !== 'string' || !KEY.test(key)) throw problems.keyInvalid();
  return new RequestScope(request, subjectOf(request), `${request.method} ${request.routeOptions.url ?? ''}`, key);
}

/** Most answers in a rush ask nobody what else was sent: the fingerprint is taken when it is. */
class RequestScope implements IdempotencyScope {
  private taken: string | undefined;

  constructor(
    private readonly request: FastifyRequest,
    readonly subject: string,
    readonly route: string,
    readonly key: string,
  ) {}

  get fingerprint(): string {
    const { params, query, body } = this.request;
    this.taken ??= sm3(canonicalJson({ params, query, body: body ?? null })).toString('hex');
    return this.taken;
  }
}

/** A request to a route that is `@Idempotent({ by: 'handler' })`. */
export interface IdempotentCall {
  readonly scope: IdempotencyScope;
  /** The caller’s promise, by `Attempt: 1`, that no other request with this key was ever sent. */
  readonly firstAttempt: boolean;
}

const calls = new WeakMap<object, IdempotentCall>();

/** @throws Problem 400 for a key that is absent or none, and for an attempt that is not the first. */
function callOf(request: FastifyRequest): IdempotentCall {
  const scope = scopeOf(request);
  const { attempt } = request.headers;
  if (attempt !== undefined && attempt !== '1') throw problems.attemptInvalid();
  return { scope, firstAttempt: attempt === '1' };
}

/** After whoever may not come (401, then the owner’s 404) and before the body; the rest is the handler’s. */
@Injectable()
class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    calls.set(request, callOf(request));
    return true;
  }
}

/** `handler(@KeyedCall() call: IdempotentCall)` of a route that is `@Idempotent({ by: 'handler' })`. */
export const KeyedCall = createParamDecorator((_data: unknown, context: ExecutionContext): IdempotentCall => {
  const call = calls.get(context.switchToHttp().getRequest<object>());
  if (!call) throw new Error("only a route with @Idempotent({ by: 'handler' }) has a keyed call");
  return call;
});

/** @throws Error on a public route: nobody there could be told from anybody else with the same key. */
function subjectOf(request: FastifyRequest): string {
  const caller = callerOf(request);
  switch (caller?.kind) {
    case 'resident':
      return `resident:${caller.resident.accountId}`;
    case 'staff':
      return `staff:${caller.staff.staffId}`;
    case 'anyone':
      return 'anyone';
    case undefined:
      throw new Error('@Idempotent needs a route with @Access that is not public');
  }
}
