import type { ApplicationView } from '@jinmen/shared/applications/views';
import { paperWords } from '../../../copy/papers';
import { openPage } from '../../../platform/navigate';
import { papersToDo } from '../../../state/papers';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

const { card: words } = paperWords;

/** The way to an application's papers, before it is handed in and after; nothing where none are asked for. */
export function PapersEntry({ view: { id, state, papers } }: { view: ApplicationView }) {
  if (!papers || papers.items.length === 0 || (state !== 'draft' && state !== 'open')) return null;
  const { items } = papers;
  const due = papersToDo(items).length;
  const open = items.filter((paper) => paper.state === 'open').length;
  const line = due > 0 ? words.waiting(due) : open > 0 && state === 'draft' ? words.open(open) : words.done;
  return (
    <Card id="papers-entry" title={words.title} tone={due > 0 ? 'soft' : 'plain'}>
      {(due > 0 || state === 'draft') && <Line>{line}</Line>}
      <Button
        id="to-papers"
        kind={due > 0 ? 'primary' : 'second'}
        className="card-action"
        text={due > 0 ? words.supply : words.go}
        onPress={() => openPage('papers', { id })}
      />
    </Card>
  );
}
