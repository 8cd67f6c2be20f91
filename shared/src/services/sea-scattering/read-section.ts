import { tidyPhone } from '../../applications/check-field';
import type { FarewellContent, ReadSection, SectionReading } from './content';
import { readPapers } from './papers';
import { readCompany } from './read-company';
import { readDeceased } from './read-deceased';
import { readWishes } from './read-wishes';
import { choiceOf, objectOf, type Part, textOf, yesNo } from './reading';
import { ASHES_BRINGERS, ASHES_PLACES, type FarewellSection, KINSHIP_WAYS, SEA_WAYS } from './views';

const RELATIONS = ['spouse', 'child', 'parent', 'sibling', 'grandchild', 'other'] as const;

/** Each section is given whole, and takes the place of what was said before. */
const readers: { readonly [Section in FarewellSection]: (given: unknown, at: SectionReading) => ReadSection<Section> } =
  {
    way: (given) => found<'way'>(choiceOf(SEA_WAYS)(given), 'collective'),
    deceased: readDeceased,
    ashes: (given) =>
      found<'ashes'>(
        objectOf({ place: choiceOf(ASHES_PLACES), where: textOf(60), bringer: choiceOf(ASHES_BRINGERS) })(given),
        {},
      ),
    kinship: (given) =>
      found<'kinship'>(
        objectOf({ relation: choiceOf(RELATIONS), way: choiceOf(KINSHIP_WAYS), words: textOf(300) })(given),
        {},
      ),
    wishes: readWishes,
    company: readCompany,
    papers: readPapers,
    contact: (given) => {
      const read = objectOf({ phone: textOf(40, tidyPhone), wantsCalls: yesNo })(given);
      if ('wrong' in read) return { problems: read.wrong };
      return { value: { wantsCalls: false, ...read.value } };
    },
  };

/** What was given for a section as it is kept; or what is wrong, at `section.field`. Nothing is asked for that is not there. */
export function readSection<Section extends FarewellSection>(
  section: Section,
  given: unknown,
  at: SectionReading,
): ReadSection<Section> {
  const read = readers[section](given, at);
  if (!('problems' in read)) return read;
  const named = (field: string) => (field === '' ? section : `${section}.${field}`);
  return { problems: read.problems.map((problem) => ({ ...problem, field: named(problem.field) })) };
}

function found<Section extends FarewellSection>(
  read: ReturnType<Part<FarewellContent[Section]>>,
  emptied: FarewellContent[Section],
): ReadSection<Section> {
  return 'wrong' in read ? { problems: read.wrong } : { value: read.value ?? emptied };
}
