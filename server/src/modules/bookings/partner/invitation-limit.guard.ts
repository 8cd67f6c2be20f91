import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddressLimits } from '../../../platform/address-limit/address-limits';
import { Problem } from '../../../platform/http/problem';
import { partnerWords } from './partner-words';

/** From one network in ten minutes: a home, or the hall of a registry, behind one address needs a few. */
const MOST = 120;

/**
 * A link is too long to be guessed; this keeps trying from being worth anybody's while. Looks and answers are counted
 * apart: an answer from the same home must not show in how often the other one may look.
 */
@Injectable()
export class InvitationLimit implements CanActivate {
  constructor(private readonly limits: AddressLimits) {}

  /** @throws Problem 429 `booking-invitation.too-many` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { ip, method } = context.switchToHttp().getRequest<FastifyRequest>();
    const what = method === 'GET' ? 'booking-invitation' : 'booking-invitation-answer';
    const seconds = await this.limits.take(what, ip, MOST);
    if (seconds === undefined) return true;
    const headers = { 'retry-after': String(seconds) };
    throw new Problem(429, 'booking-invitation.too-many', partnerWords.problems.tooManyLooks, [], { headers });
  }
}
