import { guides, programmes } from '@jinmen/shared/catalogue';
import { buildPinyinTable, READING } from '@jinmen/shared/search/build-pinyin-table';
import { libraryEntries, namesOf } from '@jinmen/shared/search/library-entry';
import { pinyin } from 'pinyin-pro';

/** How everything the library is found by is read today. */
export function currentPinyinTable() {
  const texts = libraryEntries(programmes, guides).flatMap((entry) => [...namesOf(entry)]);
  return buildPinyinTable(texts, (text) => pinyin(text, READING));
}
