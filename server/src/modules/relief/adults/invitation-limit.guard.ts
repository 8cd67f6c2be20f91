import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddressLimits } from '../../../platform/address-limit/address-limits';
import { Problem } from '../../../platform/http/problem';
import { adultWords } from './adult-words';

/** From one network in ten minutes, for all of the routes of a link: a household behind one address needs a few. */
const MOST = 120;

/** A link is too long to be guessed; this keeps trying from being worth anybody's while, and a person from being pestered. */
@Injectable()
export class InvitationLimit implements CanActivate {
  constructor(private readonly limits: AddressLimits) {}

  /** @throws Problem 429 `signature-link.too-many` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    const seconds = await this.limits.take('signature-link', ip, MOST);
    if (seconds === undefined) return true;
    const headers = { 'retry-after': String(seconds) };
    throw new Problem(429, 'signature-link.too-many', adultWords.problems.tooManyLooks, [], { headers });
  }
}
