import type { LibraryEntry } from '@jinmen/shared/search/library-entry';
import type { Hit } from '@jinmen/shared/search/search';
import { libraryWords } from '../../../copy/library';
import { openPage } from '../../../platform/navigate';
import { ListRow } from '../../../ui/list-row';

/** One page of the library as a row; a hit that its title and summary do not explain says why it is here. */
export function EntryRow({ entry, because }: { entry: LibraryEntry; because?: Hit['because'] }) {
  const { kind, code, title, summary } = entry;
  return (
    <ListRow
      id={`${kind}-${code}`}
      className="library-row"
      title={title}
      line={summary}
      note={because && noteOf(because)}
      onPress={() => openPage(kind, { code })}
    />
  );
}

function noteOf({ field, text }: Hit['because']): string | undefined {
  return field === 'formalName' || field === 'word' ? libraryWords.because[field](text) : undefined;
}
