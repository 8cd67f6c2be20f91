import { guides, programmes } from '../catalogue';
import { libraryEntries } from './library-entry';
import pinyinTable from './pinyin-table.json';
import { createSearch } from './search';

/** Everything the library shows, and the one search through it. */
export const library = libraryEntries(programmes, guides);

export const searchLibrary = createSearch(library, pinyinTable);
