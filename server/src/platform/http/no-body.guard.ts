import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { FastifyRequest } from 'fastify';
import { problems } from './problem';

const READS: readonly RouteParamtypes[] = [RouteParamtypes.BODY, RouteParamtypes.REQUEST];

/**
 * A route that reads no body takes none: `{}` is nothing, and a field nobody reads is an unknown one, refused as in every
 * other body. After the access guard, so that a stranger is told of the thing and not of the body.
 */
@Injectable()
export class NoBodyGuard implements CanActivate {
  private readonly known = new WeakMap<object, boolean>();

  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isNothing(body) && !this.readsBody(context))
      throw problems.invalid([{ field: 'body', code: 'field.unknown', message: '没有这一项，请去掉。' }]);
    return true;
  }

  private readsBody(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.known.get(handler);
    if (known !== undefined) return known;
    const args: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ?? {};
    const reads = Object.keys(args).some((key) => READS.some((kind) => key.startsWith(`${kind}:`)));
    this.known.set(handler, reads);
    return reads;
  }
}

function isNothing(body: unknown): boolean {
  if (body === undefined || body === null) return true;
  return typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0;
}
