import type { DoorDefinition } from '@jinmen/shared/facts/doors';
import type { LibraryEntry } from '@jinmen/shared/search/library-entry';
import { behind, groupsOf } from './groups';

const aDoor = (code: string, sensitive: boolean): DoorDefinition => ({ code, title: code, line: code, sensitive });
const anEntry = (kind: LibraryEntry['kind'], code: string, door: string): LibraryEntry => ({
  kind,
  code,
  door,
  title: code,
  formalName: code,
  summary: code,
  words: [],
});

const mourning = aDoor('mourning', true);
const doors = [mourning, aDoor('tea', false), aDoor('empty', false), aDoor('music', false)];
const library = [
  anEntry('programme', 'urn', 'mourning'),
  anEntry('programme', 'green', 'tea'),
  anEntry('programme', 'flute', 'music'),
  anEntry('programme', 'black', 'tea'),
  anEntry('guide', 'pot', 'tea'),
  anEntry('guide', 'wake', 'mourning'),
];

const shown = groupsOf(library, doors).map(({ door, entries }) => [door?.code, entries.map(({ code }) => code)]);

describe('the groups of the library', () => {
  it('are the programmes behind each door, then what is only explained, then what may hurt', () => {
    expect(shown).toEqual([
      ['tea', ['green', 'black']],
      ['music', ['flute']],
      [undefined, ['pot']],
      ['mourning', ['urn', 'wake']],
    ]);
  });

  it('leave nothing out and show nothing twice', () => {
    const codes = shown.flatMap(([, entries]) => entries);
    expect([...codes].sort()).toEqual(library.map(({ code }) => code).sort());
  });

  it('of one door hold all that is behind it', () => {
    expect(behind(mourning, library).map(({ code }) => code)).toEqual(['urn', 'wake']);
  });
});
