import type { Vocabulary } from '../eligibility/vocabulary';
import type { FactValues } from '../facts/fact';
import type { FigureView } from './refusal-views';
import type { EvaluationView, FoundFact } from './views';

/**
 * Everything known of a household with where it came from: what an office put right stands before what was found, what
 * was found before what was told; what was told stays beside it.
 */
export function knownFigures(
  declared: FactValues,
  evaluations: readonly EvaluationView[],
  vocabulary: Pick<Vocabulary, 'facts'>,
): readonly FigureView[] {
  const found = foundNow(evaluations);
  const label = (fact: string) => vocabulary.facts[fact]?.label ?? fact;
  const told = Object.entries(declared).flatMap(([fact, value]): readonly FigureView[] => {
    const elsewhere = found.some((each) => each.fact === fact);
    return value === undefined || elsewhere ? [] : [{ fact, label: label(fact), value, origin: 'declared' }];
  });
  return [
    ...found.map(({ fact, value, from, corrected }): FigureView => {
      const said = declared[fact];
      const origin = corrected ? 'corrected' : 'verified';
      return { fact, label: label(fact), value, origin, from, ...(said !== undefined && { said }) };
    }),
    ...told,
  ];
}

/** What records have of the household by now: of the last look. */
export function foundNow(evaluations: readonly EvaluationView[]): readonly FoundFact[] {
  return evaluations.filter(({ basis }) => basis === 'verified').at(-1)?.facts ?? [];
}

/** What an office put right stands over whatever a later look finds: a person decided it. */
export function withCorrections(found: readonly FoundFact[], corrections: readonly FoundFact[]): readonly FoundFact[] {
  const other = found.filter(({ fact }) => !corrections.some((each) => each.fact === fact));
  return [...other, ...corrections];
}
