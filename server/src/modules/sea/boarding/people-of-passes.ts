import type { SeaCompany, SeaRelative } from '@jinmen/shared/services/sea-scattering/views';

type Where = SeaRelative['where'];

/** One pass, as it stands in the books. */
export interface HeldPass {
  /** Its person's number on the booking; never used for anybody else. */
  readonly n: number;
  readonly where: Where;
  /** Whose it is, once the family named them. */
  readonly relative?: string;
  /** The person does not come along after all. */
  readonly void: boolean;
  readonly boarded: boolean;
}

const PLACES: readonly Where[] = ['aboard', 'ashore'];

/**
 * The passes after the family changed who comes along, in the order of their numbers. A name given later goes to a pass
 * that had none, so what was printed stays good; whoever is taken off the list leaves a void pass behind, and whoever is
 * added gets a number nobody had. Whoever boarded keeps theirs, whatever is changed afterwards.
 */
export function passesAfter(held: readonly HeldPass[], company: Omit<SeaCompany, 'named'> & Named): HeldPass[] {
  const book = [...held].sort((one, other) => one.n - other.n);
  const put = (pass: HeldPass) => {
    const at = book.findIndex(({ n }) => n === pass.n);
    if (at === -1) book.push(pass);
    else book[at] = pass;
  };
  const add = (given: Pick<HeldPass, 'where' | 'relative'>) =>
    put({ n: (book.at(-1)?.n ?? 0) + 1, void: false, boarded: false, ...given });
  for (const pass of book.filter(isGood)) {
    const named = company.named.find(({ id }) => id === pass.relative);
    if (named !== undefined) put({ ...pass, where: named.where });
    else if (pass.relative !== undefined && !pass.boarded) put({ ...pass, void: true });
  }
  for (const { id, where } of company.named) {
    if (book.some((pass) => isGood(pass) && pass.relative === id)) continue;
    const unnamed = book.find((pass) => isUnnamed(pass, where));
    if (unnamed) put({ ...unnamed, relative: id });
    else add({ where, relative: id });
  }
  for (const where of PLACES) {
    const wanted = company[where] - book.filter((pass) => isGood(pass) && pass.where === where).length;
    for (let more = wanted; more > 0; more -= 1) add({ where });
    const spare = book.filter((pass) => isUnnamed(pass, where) && !pass.boarded).reverse();
    for (const pass of spare.slice(0, Math.max(0, -wanted))) put({ ...pass, void: true });
  }
  return book;
}

type Named = { readonly named: readonly Pick<SeaRelative, 'id' | 'where'>[] };

function isGood(pass: HeldPass): boolean {
  return !pass.void;
}

function isUnnamed(pass: HeldPass, where: Where): boolean {
  return isGood(pass) && pass.relative === undefined && pass.where === where;
}
