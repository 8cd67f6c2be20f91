import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddressLimits } from '../../platform/address-limit/address-limits';
import { Config } from '../../platform/config/config';
import { urgentProblems } from './urgent-problems';

/** Nobody signs in here, so it is the network that is counted (`URGENT_PER_ADDRESS`); a shelter has one network. */
@Injectable()
export class UrgentLimit implements CanActivate {
  private readonly logger = new Logger('UrgentLimit');

  constructor(
    private readonly limits: AddressLimits,
    private readonly config: Config,
  ) {}

  /** @throws Problem 429 `urgent.too-many-from-here`, with the numbers to call */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const limit = this.config.urgentPerAddress;
    if (limit === undefined) return true;
    const { ip, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const seconds = await this.limits.take(routeOptions.url ?? '', ip, limit);
    if (seconds === undefined) return true;
    this.logger.warn({ alarm: 'too-many-urgent-requests', route: routeOptions.url });
    throw urgentProblems.tooMany(seconds);
  }
}
