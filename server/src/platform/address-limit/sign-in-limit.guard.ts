import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config';
import { Problem } from '../http/problem';
import { AddressLimits } from './address-limits';

/**
 * On a way to sign in: so many tries from one network in ten minutes (`SIGN_INS_PER_ADDRESS`). Whose address it is, is
 * the connection's word; a header's only where it comes from one of `TRUSTED_PROXIES`.
 */
@Injectable()
export class SignInLimit implements CanActivate {
  private readonly logger = new Logger('SignInLimit');

  constructor(
    private readonly limits: AddressLimits,
    private readonly config: Config,
  ) {}

  /** @throws Problem 429 `sign-in.too-many-from-here` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const limit = this.config.signInsPerAddress;
    if (limit === undefined) return true;
    const { ip, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const seconds = await this.limits.take(routeOptions.url ?? '', ip, limit);
    if (seconds === undefined) return true;
    this.logger.warn({ alarm: 'too-many-sign-ins', route: routeOptions.url });
    const words = '从这个网络登录的次数太多了，请过几分钟再试。急事请打 12345。';
    throw new Problem(429, 'sign-in.too-many-from-here', words, [], { headers: { 'retry-after': String(seconds) } });
  }
}
