import type { Outcome } from './assessment';
import type { Condition } from './condition';

type Outcomes = ReadonlyMap<string, Outcome>;
type Truth = 'yes' | 'no' | 'open';

/**
 * Which clauses the answer rests on. Where one of several ways is enough and one holds, the other ways do not matter;
 * where one requirement fails, the others no longer do. What does not matter is neither missing nor held against anyone.
 */
export function relevantClauses(condition: Condition, outcomes: Outcomes): ReadonlySet<string> {
  switch (condition.kind) {
    case 'leaf':
      return new Set([condition.id]);
    case 'not':
      return relevantClauses(condition.of, outcomes);
    default: {
      const settled = condition.kind === 'all' ? 'no' : 'yes';
      const truth = truthOf(condition, outcomes);
      const parts = condition.of.filter((part) => truth !== settled || truthOf(part, outcomes) === settled);
      return new Set(parts.flatMap((part) => [...relevantClauses(part, outcomes)]));
    }
  }
}

function truthOf(condition: Condition, outcomes: Outcomes): Truth {
  switch (condition.kind) {
    case 'leaf': {
      const outcome = outcomes.get(condition.id);
      return outcome === 'yes' || outcome === 'no' ? outcome : 'open';
    }
    case 'not':
      return opposite(truthOf(condition.of, outcomes));
    default: {
      const truths = condition.of.map((part) => truthOf(part, outcomes));
      const [settled, otherwise] = condition.kind === 'all' ? (['no', 'yes'] as const) : (['yes', 'no'] as const);
      if (truths.includes(settled)) return settled;
      return truths.includes('open') ? 'open' : otherwise;
    }
  }
}

function opposite(truth: Truth): Truth {
  return truth === 'open' ? 'open' : truth === 'yes' ? 'no' : 'yes';
}
