import type { FarewellSection } from '@jinmen/shared/services/sea-scattering/views';
import { sectionWords as words } from '../../copy/funeral-farewell';
import { confirmWords } from '../../copy/funeral-place';
import { dayAndWeekday, dayInWords } from '../../platform/clock';
import { type Contents } from './draft/sections';

/** What stands in a section by now, in a line; `undefined` while nothing was said. */
export function sectionInWords(section: FarewellSection, contents: Contents): string | undefined {
  const said = saying[section](contents).filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join('，');
}

type Saying = (contents: Contents) => readonly (string | undefined)[];

const saying: Readonly<Record<FarewellSection, Saying>> = {
  way: ({ way }) => [words.way.choices[way].label],
  deceased: ({ deceased: { name, died } }) => [name, died && words.diedOn(dayInWords(died))],
  ashes: ({ ashes: { place, where, bringer } }) => [
    place && words.ashes.places[place],
    where,
    bringer && words.ashes.bringers[bringer],
  ],
  kinship: ({ kinship: { relation, way } }) => [
    relation && words.kinship.relations[relation],
    way && words.kinship.ways[way],
  ],
  wishes: ({ wishes: { impossible, earliest, latest, weekendsOnly, fromAnotherCity } }) => [
    earliest && words.from(dayAndWeekday(earliest)),
    latest && words.until(dayAndWeekday(latest)),
    weekendsOnly ? words.wishes.weekends : undefined,
    impossible.length > 0 ? words.impossible(impossible.length) : undefined,
    fromAnotherCity ? words.wishes.city : undefined,
  ],
  company: ({ way, company: { aboard, ashore } }) => [
    way === 'proxy' ? confirmWords.aboard(0) : confirmWords.aboard(aboard),
    ashore > 0 ? confirmWords.ashore(ashore) : undefined,
  ],
  papers: ({ papers }) => {
    const promised = papers.filter(({ how }) => how === 'promised').length;
    return [promised > 0 ? words.promised(promised) : undefined];
  },
  contact: ({ contact: { phone, wantsCalls } }) => [phone, wantsCalls ? words.contact.calls : undefined],
};
