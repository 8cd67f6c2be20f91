import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { buildPinyinTable, READING } from './build-pinyin-table';
import { library, searchLibrary } from './library';
import { type LibraryEntry, namesOf } from './library-entry';
import pinyinTable from './pinyin-table.json';
import { Speller } from './spelling';

const speller = new Speller(pinyinTable);

const finds = (typed: string, { code }: LibraryEntry) => searchLibrary(typed).some(({ entry }) => entry.code === code);

/** Every entry with each of its titles, formal names and words. */
const named = library.flatMap((entry) => namesOf(entry).map((name) => ({ entry, name })));
const anyNamed = fc.constantFrom(...named);
const titled = library.filter(({ title }) => /^[\u3400-\u9fff]{4,}$/.test(title));

function spellingOf(name: string) {
  const spelling = speller.spell(name);
  if (spelling === undefined) throw new Error(`nobody can spell ${name}`);
  return spelling;
}

describe('the readings of the library', () => {
  it('are those of today’s words; if this fails, run `npm run pinyin` and look at what it prints', () => {
    const today = buildPinyinTable(library.flatMap(namesOf), (text) => pinyin(text, READING));
    expect(pinyinTable).toEqual(today);
  });
});

describe.each(library.map((entry) => [entry.title, entry] as const))('%s', (_, entry) => {
  it('comes first when its title is typed', () => {
    expect(searchLibrary(entry.title)[0]?.entry.code).toBe(entry.code);
  });

  it('is found by its formal name and by each of its words', () => {
    expect(namesOf(entry).filter((name) => !finds(name, entry))).toEqual([]);
  });

  it('is found by the full pinyin and by the first letters of each of them', () => {
    const spelled = namesOf(entry).map(spellingOf);
    expect(spelled.filter(({ full }) => !finds(full, entry))).toEqual([]);
    expect(finds(spellingOf(entry.title).syllables.join(' '), entry)).toBe(true);
    expect(spelled.filter(({ initials }) => !finds(initials, entry))).toEqual([]);
  });

  it('has words that nobody else’s page is called', () => {
    const others = library.filter(({ code }) => code !== entry.code).map(({ title }) => title);
    expect(entry.words.filter((word) => others.includes(word))).toEqual([]);
  });
});

describe('any search', () => {
  it('finds a title with one character left out, and with two neighbours in the other order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...titled), fc.nat(), (entry, random) => {
        const at = random % (entry.title.length - 1);
        const [before, one, other, after] = [
          entry.title.slice(0, at),
          entry.title.charAt(at),
          entry.title.charAt(at + 1),
          entry.title.slice(at + 2),
        ];
        expect([before + other + after, finds(before + other + after, entry)]).toEqual([before + other + after, true]);
        expect(finds(before + other + one + after, entry)).toBe(true);
      }),
    );
  });

  it('gives the same for capitals, spaces and marks around', () => {
    fc.assert(
      fc.property(anyNamed, ({ name }) => {
        const { full } = spellingOf(name);
        expect(searchLibrary(full.toUpperCase())).toEqual(searchLibrary(full));
        expect(searchLibrary(`  ${name}？`)).toEqual(searchLibrary(name));
      }),
    );
  });

  it('answers anything typed with entries, each once and with its reason, the same every time', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.constantFrom(...named.map(({ name }) => name)), { maxLength: 4 }).map((names) => names.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const hits = searchLibrary(text);
        expect(new Set(hits.map(({ entry }) => entry.code)).size).toBe(hits.length);
        for (const { entry, because } of hits) expect([...namesOf(entry), entry.summary]).toContain(because.text);
        expect(searchLibrary(text)).toEqual(hits);
      }),
    );
  });
});

describe('what residents say', () => {
  it.each([
    ['dibao', '低保'],
    ['di bao', '低保'],
    ['db', '低保'],
    ['看病没钱', '医疗救助'],
    ['看病没钱', '临时救助'],
    ['lsjz', '临时救助'],
    ['linshijiuzhu', '临时救助'],
    ['临救', '临时救助'],
    ['着火了', '临时救助'],
    ['我爸看病没钱怎么办', '医疗救助'],
    ['没有收入', '低保'],
    ['请不起律师', '法律援助'],
    ['12348', '法律援助'],
    ['暖气费', '取暖救助'],
    ['nuanqi', '取暖救助'],
    ['在外面没地方住', '没地方落脚的救助'],
    ['残集证', '重度残疾人护理补贴'],
    ['houshi', '送别亲人，先打 96456'],
  ])('%s leads to %s', (typed, title) => {
    expect(searchLibrary(typed).map(({ entry }) => entry.title)).toContain(title);
  });
});
