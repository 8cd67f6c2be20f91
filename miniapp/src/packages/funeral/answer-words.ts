import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { DEATH_PAPERS } from '@jinmen/shared/services/sea-scattering/views';
import { deathPaperNames } from '@jinmen/shared/services/sea-scattering/words';
import { savedWords, sectionWords as words } from '../../copy/funeral-farewell';
import { funeralTitles } from '../../copy/funeral-titles';
import { dayInWords } from '../../platform/clock';
import { isRecord } from '../../platform/shape';
import { type Path, sectionOf } from './draft/sections';

const names: Readonly<Record<Path, string>> = {
  'deceased.name': words.deceased.name,
  'deceased.idNumber': words.deceased.idNumber,
  'deceased.died': words.deceased.died,
  'deceased.cremated': words.deceased.cremated,
  'deceased.paper': words.deceased.paper,
  'deceased.hukouInTianjin': words.deceased.hukou,
  'deceased.called': words.deceased.called,
  'ashes.place': words.ashes.place,
  'ashes.where': words.ashes.where,
  'ashes.bringer': words.ashes.bringer,
  'kinship.relation': words.kinship.relation,
  'kinship.way': words.kinship.way,
  'kinship.words': words.kinship.words,
  'wishes.impossible': words.wishes.impossible,
  'wishes.earliest': words.wishes.earliest,
  'wishes.latest': words.wishes.latest,
  'wishes.weekendsOnly': words.wishes.weekends,
  'wishes.fromAnotherCity': words.wishes.city,
  'wishes.proxy': words.wishes.proxy,
  'wishes.together': words.wishes.together,
  'company.aboard': words.company.aboard,
  'company.ashore': words.company.ashore,
  'company.named': words.company.named,
  'contact.phone': words.contact.phone,
  'contact.wantsCalls': words.contact.calls,
};

/** What is asked there, as the page asks it. */
export function pathWords(path: Path): string {
  const section = sectionOf(path);
  return names[path] ?? (section === undefined ? path : funeralTitles[section]);
}

/** The words of choices that stand for a code, wherever they are asked. */
const choices: readonly Readonly<Record<string, string | { readonly label: string }>>[] = [
  words.way.choices,
  words.deceased.calledChoices,
  words.ashes.places,
  words.ashes.bringers,
  words.kinship.relations,
  words.kinship.ways,
  words.wishes.proxies,
];

/** An answer as somebody would say it; of a longer one, that there is one. */
export function valueWords(path: Path, value: unknown): string {
  if (value === null || value === undefined || value === '') return savedWords.clash.nothing;
  if (path === 'deceased.hukouInTianjin') return value === true ? words.deceased.yes : words.deceased.no;
  if (typeof value === 'boolean') return savedWords.clash[value ? 'on' : 'off'];
  if (typeof value === 'number') return words.company.count(value);
  if (isCivilDate(value)) return dayInWords(value);
  if (typeof value === 'string') return choiceWords(value) ?? value;
  if (Array.isArray(value)) return listWords(value);
  return paperWords(value) ?? savedWords.clash.some;
}

function choiceWords(code: string): string | undefined {
  const said = choices.map((each) => each[code]).find((each) => each !== undefined);
  return typeof said === 'string' ? said : said?.label;
}

function listWords(list: readonly unknown[]): string {
  const said = list.flatMap((each) => {
    if (isCivilDate(each)) return [dayInWords(each)];
    return isRecord(each) && typeof each.name === 'string' ? [each.name] : [];
  });
  return said.length > 0 ? said.join('、') : list.length === 0 ? savedWords.clash.nothing : savedWords.clash.some;
}

function paperWords(value: unknown): string | undefined {
  const form = isRecord(value) ? DEATH_PAPERS.find((each) => each === value.form) : undefined;
  const number = isRecord(value) && typeof value.number === 'string' ? ` ${value.number}` : '';
  return form && `${deathPaperNames[form]}${number}`;
}
