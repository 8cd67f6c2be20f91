import { Injectable } from '@nestjs/common';

/** What a check saw, and what was wrong with it. */
export interface Looked {
  /** How much of what was looked at: `200 of 31204 rows`. */
  readonly seen: string;
  /** One line for each thing that is wrong, with ids and without anything personal. */
  readonly wrong: readonly string[];
}

export interface Depth {
  /** Everything, however long that takes; else a sample where a sample tells. */
  readonly all: boolean;
}

export interface CheckResult extends Looked {
  readonly name: string;
}

type Check = (depth: Depth) => Promise<Looked>;

/**
 * What must hold of the rows and of what lies beside them, each part told by the feature that knows it. `npm run
 * integrity` asks for all of it, above all after a restore: a database that opens may still be half of one.
 */
@Injectable()
export class IntegrityChecks {
  private readonly checks = new Map<string, Check>();

  /** Call while the application is made. @throws Error on a name taken. */
  add(name: string, check: Check): void {
    if (this.checks.has(name)) throw new Error(`there is a check named ${name} already`);
    this.checks.set(name, check);
  }

  /** Each in turn, by name; one that fails is wrong and keeps none from being asked. */
  async run(depth: Depth): Promise<readonly CheckResult[]> {
    const results: CheckResult[] = [];
    for (const [name, check] of [...this.checks].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const looked = await check(depth).catch((error: unknown) => ({
        seen: 'could not be looked at',
        wrong: [error instanceof Error ? `${error.name}: ${error.message}` : 'an error without a name'],
      }));
      results.push({ name, ...looked });
    }
    return results;
  }
}
