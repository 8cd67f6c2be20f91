import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type OnApplicationBootstrap,
  SetMetadata,
} from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { problems } from './problem';

/** Who may call a route. `public`: anyone. `resident`: whoever is signed in. `staff`: an operator's own session. */
export type AccessPolicy = 'public' | 'resident' | 'staff';

const ACCESS = 'jinmen:access';

/** Says on the handler itself who may call it. A route without it keeps the server from starting. */
export const Access = (policy: AccessPolicy) => SetMetadata(ACCESS, policy);

/** Lets public routes through and nothing else: there are no sessions that could answer for the other policies. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const policy = this.reflector.get<AccessPolicy | undefined>(ACCESS, context.getHandler());
    if (policy === 'public') return true;
    throw problems.signInRequired();
  }
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
    const open = this.discovery.getControllers().flatMap((wrapper) => this.withoutPolicy(wrapper.metatype));
    if (open.length > 0) {
      throw new Error(`every route needs @Access('public' | 'resident' | 'staff'); missing on ${open.join(', ')}`);
    }
  }

  private withoutPolicy(controller: unknown): string[] {
    if (typeof controller !== 'function') return [];
    const prototype: Record<string, unknown> = controller.prototype;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => {
        const handler = prototype[name];
        if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return false;
        return this.reflector.get(ACCESS, handler) === undefined;
      })
      .map((name) => `${controller.name}.${name}`);
  }
}
