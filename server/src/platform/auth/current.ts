import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** Whoever is signed in on a phone. An account is one openid; who they are in real life is `People`. */
export interface Resident {
  readonly accountId: string;
  readonly sessionId: string;
}

export type StaffRole = 'operator' | 'street-clerk' | 'auditor';

/** Whoever is signed in at `/staff`. */
export interface Staff {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  /** Codes of the offices they may see; an operator sees all. */
  readonly offices: readonly string[];
}

/** In the session their request came with. */
export interface StaffAtWork extends Staff {
  readonly sessionId: string;
}

export type Caller =
  | { readonly kind: 'resident'; readonly resident: Resident }
  | { readonly kind: 'staff'; readonly staff: StaffAtWork }
  /** On a route for anyone, without a session. */
  | { readonly kind: 'anyone' };

const callers = new WeakMap<object, Caller>();

/** Remembers who sent the request. Called by the access guard alone, after it has checked them. */
export function rememberCaller(request: object, caller: Caller): void {
  callers.set(request, caller);
}

/** Who sent the request; none on a public route. */
export function callerOf(request: object): Caller | undefined {
  return callers.get(request);
}

/** @throws Error on a route that is not `@Access('resident')`: a mistake in the code, not of the caller. */
export function residentOf(request: object): Resident {
  const caller = callers.get(request);
  if (caller?.kind !== 'resident') throw new Error("only a route with @Access('resident') has a resident");
  return caller.resident;
}

/** @throws Error on a route that is not `@Access('staff')`. */
export function staffOf(request: object): StaffAtWork {
  const caller = callers.get(request);
  if (caller?.kind !== 'staff') throw new Error("only a route with @Access('staff') has a member of staff");
  return caller.staff;
}

/** The resident whose session the request came with: `handler(@CurrentResident() resident: Resident)`. */
export const CurrentResident = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  residentOf(context.switchToHttp().getRequest<object>()),
);

/** The member of staff whose session the request came with. */
export const CurrentStaff = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  staffOf(context.switchToHttp().getRequest<object>()),
);
