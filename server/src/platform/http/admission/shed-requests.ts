import type { FastifyInstance } from 'fastify';
import { problems } from '../problem';
import { answer } from '../problem.filter';
import { type Admission, standingOf } from './admission';
import { comeAgainAfter } from './sent-away';

/**
 * In front of everything that costs: before the session is looked up and before a body is read. Who wants something new
 * passed the front door already, and is treated here like everybody else.
 */
export function shedRequests(fastify: FastifyInstance, admission: Admission): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const standing = standingOf(request.routeOptions.config);
    if (admission.refusal(standing === 'never' ? 'never' : 'last') !== undefined)
      return answer(reply, problems.busy(comeAgainAfter()), request.id);
    // also told when the caller hangs up
    reply.raw.once('close', admission.begin(standing));
    done();
  });
}
