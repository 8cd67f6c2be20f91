import fc from 'fast-check';
import { openApiDocument } from '../../src/platform/http/openapi';
import type { AccessHouse } from '../access/access-house';
import { matrix } from '../access/matrix';
import { columnNames } from '../access/more-fields';
import type { Row } from '../access/row';
import { Dice } from '../crash/dice';
import { asks } from './asking';
import { Handlers } from './handlers';
import { type Operation, operationsOf } from './operations';
import type { Broken, Inside } from './promises';
import { callersOf, type Recipe, RIGHTFUL, recipes } from './recipes';
import { Counts, type Fault } from './report';
import { NotMade, Things } from './things';

/** One route's requests in a row: enough to be worth the thing they are about. */
const IN_A_ROW = 12;
const TOLD_EVERY = 500;
/** A fault is made smaller for so many requests, and then told as it is. */
const MOST_SHRINKS = 15;
/** A long text is not made shorter sign by sign for ever. */
const MOST_MS = 60_000;

export interface FuzzWish {
  readonly requests: number;
  readonly seed: number;
  /** The routes it is about; all when absent. */
  readonly only?: (route: string) => boolean;
  /** Straight to one request of a run, as fast-check names it; with `only` and the seed that was told. */
  readonly path?: string;
  /** After some hundreds. */
  readonly say?: (done: number) => void;
  readonly heard?: (fault: Fault) => void;
}

/** Requests made of the description and of what was right, at a server whose answers are held to its promises. */
export class Fuzz {
  readonly counts = new Map<string, Counts>();
  readonly faults: Fault[] = [];
  readonly handlers: Handlers;
  private readonly operations: readonly Operation[];
  private readonly inside: Inside;
  private readonly known = new Set<string>();
  private rounds = 0;
  private heard: FuzzWish['heard'];

  constructor(private readonly house: AccessHouse) {
    const { app, url, database } = house.server;
    this.handlers = new Handlers(house.server);
    this.operations = operationsOf(openApiDocument(app, url));
    const columns = columnNames(house).filter((name) => name.includes('_'));
    this.inside = { columns, folders: [database.config.dataDir, process.cwd()] };
  }

  /** How many operations there are. */
  get size(): number {
    return this.operations.length;
  }

  async run({ requests, seed, only = () => true, path, say, heard }: FuzzWish): Promise<void> {
    this.heard = heard;
    const dice = new Dice(seed);
    const chosen = this.operations.filter(({ route }) => only(route));
    if (path !== undefined) {
      for (const operation of chosen) await this.inARow(operation, seed, IN_A_ROW, path);
      return;
    }
    const each = Math.max(1, Math.min(IN_A_ROW, Math.ceil(requests / Math.max(1, chosen.length))));
    for (let done = 0; done < requests; ) {
      this.rounds += 1;
      await this.house.renew(this.rounds);
      for (const operation of dice.shuffled(chosen)) {
        if (done >= requests) break;
        await this.inARow(operation, dice.upTo(2 ** 31), each);
        done += each;
        if (Math.floor(done / TOLD_EVERY) > Math.floor((done - each) / TOLD_EVERY)) say?.(done);
      }
    }
  }

  handlerOf(route: string): string {
    const found = this.operations.find((each) => each.route === route);
    if (!found) throw new Error(`no route ${route}`);
    return found.handler;
  }

  private async inARow(operation: Operation, seed: number, numRuns: number, path?: string): Promise<void> {
    const { route } = operation;
    const row = matrix[route];
    if (!row) return this.tell({ route, promise: 'a row of the access matrix', seen: '', recipe: '', again: '' });
    const counts = this.countsOf(route);
    const things = new Things(this.house, row);
    const ask = asks({ house: this.house, handlers: this.handlers, operation, row, inside: this.inside, counts });
    let aim: Broken | undefined;
    let shrinks = 0;
    const isNew = (broken: Broken) => !this.known.has(`${route} ${broken.promise}`);
    const property = fc.asyncProperty(
      recipes(operation, whoseOf(row), callersOf(operation)),
      async (recipe: Recipe) => {
        shrinks += aim ? 1 : 0;
        if (shrinks > MOST_SHRINKS) return;
        const { broken, wentWell } = await ask(await things.for(recipe, aim !== undefined), recipe);
        if (wentWell) things.wentWell();
        const found = broken.filter(isNew).find(({ promise }) => !aim || promise === aim.promise);
        if (!found) return;
        aim = found;
        throw new Error(found.promise);
      },
    );
    const replay = path === undefined ? {} : { path };
    const ended = await fc.check(property, {
      ...{ seed, numRuns, examples: [[RIGHTFUL]], interruptAfterTimeLimit: MOST_MS, markInterruptAsFailure: false },
      ...replay,
    });
    if (!ended.failed) return;
    const { errorInstance, counterexample, counterexamplePath } = ended;
    const notMade =
      errorInstance instanceof NotMade ? { promise: 'a thing to ask for', seen: errorInstance.message } : undefined;
    const { promise, seen } = notMade ?? aim ?? { promise: 'no fault of the fuzzer', seen: String(errorInstance) };
    const again = `--only '${route}' --seed ${seed} --path ${counterexamplePath ?? ''}`;
    this.tell({ route, promise, seen, recipe: fc.stringify(counterexample?.[0]), again });
  }

  private tell(fault: Fault): void {
    this.known.add(`${fault.route} ${fault.promise}`);
    this.faults.push(fault);
    this.heard?.(fault);
  }

  private countsOf(route: string): Counts {
    const counts = this.counts.get(route) ?? new Counts();
    this.counts.set(route, counts);
    return counts;
  }
}

function whoseOf({ policy, whose }: Row) {
  return policy === 'application'
    ? (whose ?? (['own', 'ward', 'helped', 'helped-before'] as const))
    : (['own'] as const);
}
