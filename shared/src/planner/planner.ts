import type { ProgrammeVerdict } from '../eligibility/assessment';
import type { Programme } from '../eligibility/programme';
import { bestSet, otherOf, type Player } from './best-set';
import {
  chosenBy,
  conflictsOf,
  heldOf,
  mayBeOnePerson,
  type PlanInput,
  playersOf,
  relationsOf,
  type SaidConflict,
  unmetWaits,
} from './candidates';
import type { Choice, FallBack, LeftOut, Plan, PlanStep, Said, Unsettled, Waiting } from './plan';

/**
 * The best lawful set of programmes for one household, in the order to act, and what became of the rest. What is best is
 * said in `best-set.ts`. Pure: the same input gives the same plan anywhere.
 */
export function planOf(input: PlanInput): Plan {
  return new Planning(input).plan();
}

type Candidate = Player & { readonly standing: PlanStep['standing'] };

class Planning {
  private readonly held: readonly string[];
  private readonly players: readonly Player[];
  private readonly candidates: readonly Candidate[];
  private readonly conflicts: readonly SaidConflict[];
  /** The best lawful set, what is held and kept included. */
  private readonly chosen: ReadonlySet<string>;
  /** The candidates of it, in the order to act. */
  private readonly steps: readonly Candidate[];

  constructor(private readonly input: PlanInput) {
    this.held = heldOf(input.programmes, input.facts);
    this.players = playersOf(input);
    this.candidates = this.players.filter((player): player is Candidate => player.standing !== 'held');
    this.conflicts = conflictsOf(input, this.players);
    this.chosen = bestSet(this.players, this.conflicts);
    const urgent = input.programmes.filter((programme) => programme.urgent).map(({ code }) => code);
    this.steps = inOrder(
      this.candidates.filter(({ code }) => this.chosen.has(code)),
      urgent,
    );
  }

  plan(): Plan {
    const instead = this.candidates.flatMap((candidate) => this.leftOut(candidate) ?? []);
    return {
      open: this.candidates.some(({ standing }) => standing === 'need-facts'),
      apply: this.steps.map((step) => this.step(step, instead)),
      instead,
      later: this.candidates
        .filter(({ code }) => instead.every(({ programme }) => programme !== code))
        .flatMap((candidate) => this.waiting(candidate)),
      next: this.fallBacks(),
      ask: this.unsettled(),
      held: this.held,
    };
  }

  private step({ code, standing, needs }: Candidate, instead: readonly LeftOut[]): PlanStep {
    const before = this.steps.slice(0, this.positionOf(code)).map((step) => step.code);
    return {
      programme: code,
      standing,
      over: instead.filter(({ because }) => because.some(({ other }) => other === code)).map((left) => left.programme),
      after: before.filter((other) => needs.some((list) => list.includes(other))),
      beside: this.beside(code, before),
      replaces: this.against(code)
        .filter(({ other }) => this.held.includes(other) && !this.chosen.has(other))
        .map(({ other, conflict: { why, source } }) => ({ other, why, source })),
    };
  }

  private beside(code: string, before: readonly string[]): readonly Said[] {
    const { programmes, facts } = this.input;
    const forPersons = relationsOf(programmes, 'excludes').filter(({ relation }) => mayBeOnePerson(relation, facts));
    const said = [...forPersons, ...relationsOf(programmes, 'stacks-with')];
    return said.flatMap(({ by, relation: { other, why, source } }) => {
      const mate = by.code === code ? other : other === code ? by.code : undefined;
      const named =
        mate !== undefined && (before.includes(mate) || (this.held.includes(mate) && this.chosen.has(mate)));
      return named ? [{ other: mate, why, source }] : [];
    });
  }

  private leftOut(candidate: Candidate): LeftOut | undefined {
    const { code, standing } = candidate;
    if (this.chosen.has(code)) return undefined;
    const against = this.against(code).filter(({ other }) => this.chosen.has(other));
    const before = against.filter(({ conflict }) => conflict.first !== code);
    const because = (before.length > 0 ? before : against).flatMap(({ other, conflict }): Choice[] => {
      const chosen = this.players.find((player) => player.code === other);
      if (!chosen) return [];
      return [{ other, by: chosenBy(conflict, chosen, candidate), why: conflict.why, source: conflict.source }];
    });
    if (because.length === 0) return undefined;
    const sure = because.some(({ other }) => this.isSure(other));
    return { programme: code, standing, because, ifNotGranted: !sure };
  }

  private isSure(code: string): boolean {
    const standing = this.players.find((player) => player.code === code)?.standing;
    return standing === 'held' || standing === 'likely';
  }

  /** One entry for each list it waits for of which the household has nothing; of a step, and of what cannot be one. */
  private waiting({ code, standing }: Candidate): readonly Waiting[] {
    const waits = unmetWaits(this.programme(code), this.held);
    const told = this.chosen.has(code) ? waits : waits.filter(({ anyOf }) => !anyOf.some((of) => this.chosen.has(of)));
    return told.map(({ anyOf, why, source }) => {
      const inPlan = anyOf.filter((of) => this.chosen.has(of));
      const outlook = inPlan.length > 0 ? 'waiting' : this.allUnlikely(anyOf) ? 'unlikely' : 'not-in-plan';
      return { programme: code, standing, for: inPlan.length > 0 ? inPlan : anyOf, outlook, why, source };
    });
  }

  private fallBacks(): readonly FallBack[] {
    return relationsOf(this.input.programmes, 'falls-back-to').flatMap(({ by, relation: { other, why, source } }) => {
      const wanted = !this.held.includes(by.code) && this.allUnlikely([by.code]);
      return wanted && this.positionOf(other) >= 0 ? [{ from: by.code, to: other, why, source }] : [];
    });
  }

  private unsettled(): readonly Unsettled[] {
    return relationsOf(this.input.programmes, 'unsettled-with').flatMap(({ by, relation: { other, why, source } }) => {
      const inPlay = [by.code, other].every((code) => this.chosen.has(code));
      const anew = [by.code, other].some((code) => this.positionOf(code) >= 0);
      return inPlay && anew ? [{ pair: [by.code, other] as const, phone: by.guide.phone, why, source }] : [];
    });
  }

  private allUnlikely(codes: readonly string[]): boolean {
    return codes.every((code) => verdictOf(this.input.verdicts, code) === 'unlikely');
  }

  private against(code: string) {
    return this.conflicts
      .filter(({ pair }) => pair.includes(code))
      .map((conflict) => ({ other: otherOf(conflict, code), conflict }));
  }

  private positionOf(code: string): number {
    return this.steps.findIndex((step) => step.code === code);
  }

  private programme(code: string): Programme {
    const found = this.input.programmes.find((programme) => programme.code === code);
    if (!found) throw new Error(`no programme is called ${code}`);
    return found;
  }
}

function verdictOf(verdicts: readonly ProgrammeVerdict[], code: string): ProgrammeVerdict['verdict'] | undefined {
  return verdicts.find(({ programme }) => programme === code)?.verdict;
}

/**
 * What waits for another comes after it; else what is settled before what still needs answers, what cannot wait before
 * what can, and the rest in catalogue order.
 */
function inOrder(steps: readonly Candidate[], urgent: readonly string[]): readonly Candidate[] {
  const rank = ({ code, standing }: Candidate) => (standing === 'need-facts' ? 2 : 0) + (urgent.includes(code) ? 0 : 1);
  const left = [...steps].sort((one, other) => rank(one) - rank(other));
  const ordered: Candidate[] = [];
  while (left.length > 0) {
    const free = left.findIndex(({ needs }) => !needs.flat().some((code) => left.some((step) => step.code === code)));
    ordered.push(...left.splice(Math.max(0, free), 1));
  }
  return ordered;
}
