import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddressLimits } from '../../../platform/address-limit/address-limits';
import { callerOf } from '../../../platform/auth/current';
import { farewellProblems } from './farewell-problems';
import { farewellWords } from './farewell-words';

/** On one account, or from one network where nobody has signed in, in ten minutes. */
const MOST = 30;

/** Keeps anybody from asking about one person after the other whether a family is preparing something for them. */
@Injectable()
export class FamilyLimit implements CanActivate {
  constructor(private readonly limits: AddressLimits) {}

  /** @throws Problem 429 `farewell.too-many` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = callerOf(request);
    const who = caller?.kind === 'resident' ? caller.resident.accountId : request.ip;
    const seconds = await this.limits.take('farewell-family', who, MOST);
    if (seconds === undefined) return true;
    throw farewellProblems.tooMany(seconds, farewellWords.tooManyLooks);
  }
}
