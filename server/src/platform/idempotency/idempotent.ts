import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
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
 */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'random, one per intention, kept for retries' }),
    ApiConflictResponse({ schema: problemSchema }),
    ApiUnprocessableEntityResponse({ schema: problemSchema }),
  );
}

function scopeOf(request: FastifyRequest) {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw problems.keyRequired();
  if (typeof key !== 'string' || !KEY.test(key)) throw problems.keyInvalid();
  const { params, query, body } = request;
  return {
    subject: subjectOf(request),
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    key,
    fingerprint: sm3(canonicalJson({ params, query, body: body ?? null })).toString('hex'),
  };
}

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
