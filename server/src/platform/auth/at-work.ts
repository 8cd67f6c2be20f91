import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { callerOf, type StaffAtWork } from './current';

const work = new AsyncLocalStorage<StaffAtWork>();

/** Whom the guard let in for what is being done now; none on a phone, at a shell or in a job. */
export function staffAtWork(): StaffAtWork | undefined {
  return work.getStore();
}

/** Of routes for staff alone: what they do, and what it calls, knows in whose session it is done. */
export class AtWorkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const caller = callerOf(context.switchToHttp().getRequest<object>());
    if (caller?.kind !== 'staff') return next.handle();
    return new Observable((subscriber) => work.run(caller.staff, () => next.handle().subscribe(subscriber)));
  }
}
