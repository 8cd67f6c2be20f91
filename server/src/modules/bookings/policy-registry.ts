import { services } from '@jinmen/shared/catalogue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { BookableService, Books } from './bookable-service.port';

/** The policy of every service of the catalogue. Refuses to start when one is missing, twice there, or unknown. */
@Injectable()
export class PolicyRegistry implements OnModuleInit {
  private readonly policies = new Map<string, BookableService>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error naming every code that is wrong. */
  onModuleInit(): void {
    const wrappers = this.discovery.getProviders().filter(({ instance }) => instance instanceof BookableService);
    const found = new Map(
      wrappers.map((wrapper) => [wrapper.instance, this.discovery.getMetadataByDecorator(Books, wrapper)]),
    );
    const problems = policyProblems(
      services.map(({ code }) => code),
      [...found.values()],
    );
    if (problems.length > 0) throw new Error(problems.join('; '));
    for (const [policy, code] of found) if (code !== undefined) this.policies.set(code, policy);
  }

  find(service: string): BookableService | undefined {
    return this.policies.get(service);
  }

  /** @throws Error for a service that was never in the catalogue, e.g. of a booking somebody wrote by hand. */
  get(service: string): BookableService {
    const policy = this.policies.get(service);
    if (!policy) throw new Error(`no policy for the service ${service}`);
    return policy;
  }

  get all(): ReadonlyMap<string, BookableService> {
    return this.policies;
  }
}

/** What is wrong with the codes policies carry, measured by the catalogue; `undefined` stands for one without `@Books`. */
export function policyProblems(catalogue: readonly string[], found: readonly (string | undefined)[]): string[] {
  const codes = found.filter((code) => code !== undefined);
  const twice = [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
  return [
    ...(codes.length < found.length ? ['a BookableService has no @Books'] : []),
    ...catalogue.filter((code) => !codes.includes(code)).map((code) => `the service ${code} has no policy`),
    ...twice.map((code) => `the service ${code} has two policies`),
    ...[...new Set(codes)]
      .filter((code) => !catalogue.includes(code))
      .map((code) => `a policy says it is for ${code}, which the catalogue does not know`),
  ];
}
