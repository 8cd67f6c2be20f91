import type { PaperPageView, PaperState, PaperView } from '@jinmen/shared/applications/paper-views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { paperWords as words } from '../../../copy/papers';
import { dayAndWeekday, dayInWords } from '../../../platform/clock';
import { type Choice, choosePdf, choosePhotos } from '../../../platform/files';
import { useUndo } from '../../../shell/use-undo';
import type { usePapers } from '../../../state/papers';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Pill, type PillTone } from '../../../ui/pill';
import { Line } from '../../../ui/words';
import { onWeekend } from '../weekend';

const TONES: Readonly<Record<PaperState, PillTone>> = {
  open: 'muted',
  ready: 'success',
  sent: 'success',
  promised: 'soft',
  missed: 'warn',
  'in-person': 'soft',
  bureau: 'muted',
  asked: 'warn',
  unreadable: 'warn',
};

interface PaperCardProps {
  readonly paper: PaperView;
  readonly papers: ReturnType<typeof usePapers>;
  /** Photos there is room for. */
  readonly room: number;
  /** Chosen to follow, and not signed yet. */
  readonly later: boolean;
  readonly onLater: () => void;
}

/** One paper: how it stands, its photos, and what can be done. */
export function PaperCard({ paper, papers, room, later, onLater }: PaperCardProps) {
  const [refused, setRefused] = useState(false);
  const { kind, name, note, state, by, fetchedBy, original } = paper;
  const { sending } = papers;
  const mine = sending?.kind === kind ? sending : undefined;

  const putAll = async (choosing: Promise<Choice>, from: number) => {
    const chosen = await choosing;
    setRefused(chosen === 'refused');
    if (chosen === 'refused') return;
    for (const [index, file] of chosen.entries()) {
      if (!(await papers.put(kind, from + index, file))) return;
    }
  };
  const shown = later && state === 'open' ? 'promised' : state;
  return (
    <Card id={`paper-${kind}`} title={name} className="asked-paper">
      <View className="paper-state">
        <Pill text={words.states[shown]} tone={TONES[shown]} />
        {by !== undefined && <Line tone="quiet">{words.by(dayAndWeekday(by))}</Line>}
      </View>
      {by !== undefined && onWeekend(by).line !== undefined && <Line tone="quiet">{onWeekend(by).line}</Line>}
      {note !== undefined && <Line tone="quiet">{note}</Line>}
      {fetchedBy !== undefined && <Line>{words.bureau(fetchedBy)}</Line>}
      {original && <Line>{words.original}</Line>}
      <Pages paper={paper} papers={papers} onRetake={(page) => void putAll(choosePhotos(1), page)} />
      {mine && !mine.failed && <Line>{words.sending(mine.percent)}</Line>}
      {mine?.failed !== undefined && (
        <Notice tone="warn" className="paper-failed">
          {`${words.failed}${mine.failed}`}
        </Notice>
      )}
      {mine?.failed !== undefined && (
        <Button id={`again-${kind}`} text={words.again} onPress={() => void papers.put(kind, mine.page, mine.file)} />
      )}
      {refused && <Notice tone="warn">{words.refused}</Notice>}
      {fetchedBy === undefined && !mine && (
        <Ways paper={paper} papers={papers} room={room} later={later} onLater={onLater} onFiles={putAll} />
      )}
    </Card>
  );
}

interface PagesProps extends Pick<PaperCardProps, 'paper' | 'papers'> {
  readonly onRetake: (page: number) => void;
}

function Pages({ paper: { kind, pages }, papers, onRetake }: PagesProps) {
  const { pending, begin, undo } = useUndo<PaperPageView>(({ file }) => void papers.remove(kind, file));
  return (
    <View>
      {pages
        .filter(({ file }) => file !== pending?.file)
        .map((page) => (
          <View key={page.file} className="paper-page">
            <View className="paper-state">
              <Line>{page.type === 'pdf' ? words.pdfPage(page.page) : words.page(page.page)}</Line>
              <Pill text={page.sent ? words.sentPage : words.taken} tone="success" />
            </View>
            {page.unclear !== undefined && !page.sent && (
              <Notice tone="warn" className="paper-unclear">
                {words.unclear}
              </Notice>
            )}
            <View className="paper-acts">
              <Button kind="quiet" text={words.retake} onPress={() => onRetake(page.page)} />
              {!page.sent && (
                <Button id={`remove-${page.file}`} kind="quiet" text={words.remove} onPress={() => begin(page)} />
              )}
            </View>
          </View>
        ))}
      {pending && (
        <View className="paper-state">
          <Line>{words.removed}</Line>
          <Button id={`undo-${kind}`} kind="quiet" text={words.undo} onPress={undo} />
        </View>
      )}
    </View>
  );
}

interface WaysProps extends PaperCardProps {
  readonly onFiles: (choosing: Promise<Choice>, from: number) => Promise<void>;
}

/** The first way stands open; the others behind one tap, so that a page of papers stays a page. */
function Ways({ paper, papers, room, later, onLater, onFiles }: WaysProps) {
  const [open, setOpen] = useState(false);
  const { kind, ways, pages, earlier, state, way } = paper;
  const next = pages.length + 1;
  const has = (each: (typeof ways)[number]) => ways.includes(each);
  const from = state === 'unreadable' ? 1 : next;
  return (
    <View className="stack">
      {has('have') && earlier && pages.length === 0 && (
        <Button
          id={`have-${kind}`}
          text={
            earlier.validUntil === undefined
              ? words.have(dayInWords(earlier.takenOn))
              : words.haveUntil(dayInWords(earlier.takenOn), dayInWords(earlier.validUntil))
          }
          onPress={() => void papers.choose(kind, 'have')}
        />
      )}
      {has('photo') && room > 0 && (
        <Button
          id={`photo-${kind}`}
          kind={pages.length > 0 && state !== 'unreadable' ? 'quiet' : 'second'}
          text={state === 'unreadable' ? words.anew : pages.length > 0 ? words.more : words.photo}
          onPress={() => void onFiles(choosePhotos(room), from)}
        />
      )}
      {room === 0 && <Line tone="quiet">{words.room(0)}</Line>}
      {!open && pages.length === 0 && (
        <Button id={`other-${kind}`} kind="quiet" text={words.other} expanded={false} onPress={() => setOpen(true)} />
      )}
      {open && (
        <View className="stack">
          {has('photo') && room > 0 && (
            <Button id={`pdf-${kind}`} kind="quiet" text={words.pdf} onPress={() => void onFiles(choosePdf(), next)} />
          )}
          {has('later') && state === 'open' && (
            <Button id={`later-${kind}`} kind="quiet" text={later ? words.notLater : words.later} onPress={onLater} />
          )}
          {has('in-person') && way !== 'in-person' && (
            <Button
              id={`in-person-${kind}`}
              kind="quiet"
              text={words.inPerson}
              onPress={() => void papers.choose(kind, 'in-person')}
            />
          )}
        </View>
      )}
    </View>
  );
}
