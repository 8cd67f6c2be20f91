import {
  applyDecorators,
  type ExecutionContext,
  Injectable,
  type OnApplicationBootstrap,
  SetMetadata,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ApiNotFoundResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Resident } from '../auth/current';
import { type Handler, handlersOf } from './handlers';
import { problemSchema } from './json-schema';
import { problems } from './problem';

/** Knows for one kind of thing whose it is. A provider that extends it is found by itself. */
export abstract class OwnershipCheck {
  /** As in `@Owned(kind)`, e.g. `relief-application`. */
  abstract readonly kind: string;

  /**
   * Whether the thing exists and is theirs. `id` is whatever stood in the address: not yet looked at by anyone. Where the
   * right can be taken away while the thing stays, it is asked again inside the transaction of the act, and holds what
   * it read until the end (security.md T22).
   */
  abstract owns(resident: Resident, id: string): Promise<boolean>;
}

export interface OwnedThing {
  readonly kind: string;
  /** The parameter of the route that holds the id. */
  readonly parameter: string;
}

const OWNED = 'jinmen:owned';

/**
 * Beside `@Access('resident')`: the thing named in the address must be the caller's. Else the answer is the one a
 * random id gets, before the idempotency key and the body are looked at.
 */
export function Owned(kind: string, parameter = 'id'): MethodDecorator {
  const thing: OwnedThing = { kind, parameter };
  return applyDecorators(SetMetadata(OWNED, thing), ApiNotFoundResponse({ schema: problemSchema }));
}

/** Every check there is, by kind. Refuses to start when a route names a kind that has none, or two. */
@Injectable()
export class Ownerships implements OnApplicationBootstrap {
  private readonly checks = new Map<string, OwnershipCheck>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error naming the kind that is checked twice, or the handlers whose kind nobody checks. */
  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!(instance instanceof OwnershipCheck)) continue;
      const other = this.checks.get(instance.kind);
      if (other && other !== instance) throw new Error(`two ownership checks for "${instance.kind}"`);
      this.checks.set(instance.kind, instance);
    }
    const unchecked = handlersOf(this.discovery, this.scanner).flatMap(({ name, method }) => {
      const kind = this.thingOf(method)?.kind;
      return kind === undefined || this.checks.has(kind) ? [] : [`${name} (${kind})`];
    });
    if (unchecked.length > 0) throw new Error(`@Owned needs an OwnershipCheck of its kind: ${unchecked.join(', ')}`);
  }

  /** What the handler is about; none when it is about nothing of anyone's. */
  thingOf(handler: Handler['method']): OwnedThing | undefined {
    return this.reflector.get<OwnedThing | undefined>(OWNED, handler);
  }

  /**
   * By the guard before anything else is looked at, and again inside the transaction of an idempotent act.
   * @throws Problem 404 as for a random id.
   */
  async mustOwn(resident: Resident, context: ExecutionContext): Promise<void> {
    const thing = this.thingOf(context.getHandler() as Handler['method']);
    if (thing === undefined) return;
    const { params } = context.switchToHttp().getRequest<FastifyRequest>();
    const id = (params as Readonly<Record<string, string | undefined>>)[thing.parameter];
    if (id === undefined || !(await this.owns(resident, thing.kind, id))) throw problems.notFound();
  }

  async owns(resident: Resident, kind: string, id: string): Promise<boolean> {
    const check = this.checks.get(kind);
    if (check === undefined) throw new Error(`no ownership check for "${kind}"`);
    return check.owns(resident, id);
  }
}
