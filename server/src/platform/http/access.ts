import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  Optional,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AtWorkInterceptor } from '../auth/at-work';
import { rememberCaller, type StaffRole } from '../auth/current';
import { SessionCheck, StaffCheck } from '../auth/session-check.port';
import { handlersOf, namesOf } from './handlers';
import { problemSchema } from './json-schema';
import { Ownerships } from './owned';
import { problems } from './problem';

/**
 * Who may call a route. `public`: anyone, and nobody is asked who. `anyone`: the same, but a session that came is used,
 * so it must be a good one. `resident`: whoever is signed in. `staff`: an operator's own session.
 */
export type AccessPolicy = 'public' | 'anyone' | 'resident' | 'staff';

interface AccessRule {
  readonly policy: AccessPolicy;
  /** Of `staff`: who of them; all when empty. */
  readonly roles: readonly StaffRole[];
}

const ACCESS = 'jinmen:access';

/**
 * Says on the handler itself who may call it. A route without it keeps the server from starting.
 * @param roles of `staff`: who of them; all when left out.
 */
export function Access(policy: AccessPolicy, roles: readonly StaffRole[] = []): MethodDecorator {
  const rule: AccessRule = { policy, roles };
  if (policy === 'public') return applyDecorators(SetMetadata(ACCESS, rule));
  const described = [ApiUnauthorizedResponse({ schema: problemSchema })];
  if (policy !== 'anyone') described.push(ApiBearerAuth());
  if (policy === 'staff') described.push(UseInterceptors(AtWorkInterceptor));
  if (policy === 'staff') described.push(ApiForbiddenResponse({ schema: problemSchema }));
  return applyDecorators(SetMetadata(ACCESS, rule), ...described);
}

/**
 * Asks who is calling before anything else of the request is looked at: 401 without a session, 403 for staff of
 * another role, 404 for what belongs to somebody else (`@Owned`). Closed where nobody can answer for a session.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly ownerships: Ownerships,
    @Optional() @Inject(SessionCheck) private readonly sessions?: SessionCheck,
    @Optional() @Inject(StaffCheck) private readonly staff?: StaffCheck,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    // nothing is kept between us but what says so of itself (`TaggedReply`): who holds a link is asked for no session
    void context.switchToHttp().getResponse<FastifyReply>().header('cache-control', 'no-store');
    if (rule?.policy === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (rule?.policy === 'anyone' && request.headers.authorization === undefined) {
      rememberCaller(request, { kind: 'anyone' });
      return true;
    }
    const token = bearerToken(request.headers.authorization);
    // without a policy, which no server starts with, nobody is let in
    if (token === undefined || rule === undefined) throw problems.signInRequired();
    if (rule.policy === 'staff') await this.admitStaff(request, token, rule.roles);
    else await this.admitResident(context, request, token);
    return true;
  }

  private async admitStaff(request: FastifyRequest, token: string, roles: readonly StaffRole[]): Promise<void> {
    const staff = await this.staff?.find(token);
    if (staff === undefined) throw problems.signInRequired();
    if (roles.length > 0 && !roles.includes(staff.role)) throw problems.notYourRole();
    rememberCaller(request, { kind: 'staff', staff });
  }

  private async admitResident(context: ExecutionContext, request: FastifyRequest, token: string): Promise<void> {
    const resident = this.sessions?.read(token);
    if (resident === undefined) throw problems.signInRequired();
    // both are asked at once, and whose session is over hears of nothing else
    const [runs, owned] = await Promise.allSettled([
      this.sessions?.runs(resident),
      this.ownerships.mustOwn(resident, context),
    ]);
    if (runs.status === 'rejected') throw runs.reason;
    if (runs.value !== true) throw problems.signInRequired();
    if (owned.status === 'rejected') throw owned.reason;
    rememberCaller(request, { kind: 'resident', resident });
  }
}

/** The token of `Authorization: Bearer …`; none when the header is absent, of another kind or unreasonably long. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(header ?? '')?.[1];
}

/** Refuses to start while any route has not said who may call it. */
@Injectable()
export class AccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error naming every handler without a policy. */
  onApplicationBootstrap(): void {
    const open = handlersOf(this.discovery, this.scanner)
      .filter(({ method }) => Reflect.hasMetadata(PATH_METADATA, method))
      .filter(({ method }) => this.reflector.get(ACCESS, method) === undefined);
    if (open.length > 0) {
      throw new Error(
        `every route needs @Access('public' | 'anyone' | 'resident' | 'staff'); missing on ${namesOf(open)}`,
      );
    }
  }
}
