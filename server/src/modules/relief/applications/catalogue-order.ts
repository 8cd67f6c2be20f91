import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { reliefProblems } from '../problems';

/** The codes as the catalogue has them. @throws Problem 400 at `programmes` for one it lacks. */
export function inCatalogueOrder(codes: readonly string[]): readonly string[] {
  const known = catalogue.map(({ code }) => code);
  if (!codes.every((code) => known.includes(code))) throw reliefProblems.unknownProgrammes();
  return known.filter((code) => codes.includes(code));
}
