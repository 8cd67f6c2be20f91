import type { SubjectView } from '@jinmen/shared/applications/subject';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { whomWords as words } from '../copy/helping';
import { dayInWords } from '../platform/clock';
import { openPage } from '../platform/navigate';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Line } from '../ui/words';

/** Whom it is about, said on every page of it: nobody fills in their own answers for somebody else. */
export function WhomBanner({ view }: { view: Pick<ApplicationView, 'subject' | 'filer' | 'state'> }) {
  const { subject, filer = '', state } = view;
  if (subject === undefined || subject.kind === 'self') return null;
  const waits = state === 'draft' ? waitOf(subject) : undefined;
  return (
    <View id="whom" className="stack whom">
      <Notice>
        {lineOf(subject, filer)}
        {subject.kind === 'helped' && subject.state === 'acting' && (
          <Line tone="quiet">{words.until(dayInWords(subject.until))}</Line>
        )}
      </Notice>
      {waits !== undefined && <Notice tone="warn">{words.waits[waits]}</Notice>}
      {(waits !== undefined || isHelpedSelf(subject)) && (
        <Button id="whom-see" kind="quiet" text={words.see} onPress={() => openPage('helping')} />
      )}
    </View>
  );
}

function lineOf(subject: Exclude<SubjectView, { kind: 'self' }>, filer: string): string {
  if (subject.kind === 'ward') return words.ward(subject.name);
  if (!subject.you) return words.helped(subject.name);
  return subject.state === 'acting' || subject.state === 'waiting' ? words.you(filer) : words.yours;
}

function waitOf(subject: SubjectView): keyof typeof words.waits | undefined {
  if (subject.kind === 'ward') return subject.waits;
  return subject.kind === 'helped' && subject.state === 'waiting' && !subject.you ? 'waiting' : undefined;
}

function isHelpedSelf(subject: SubjectView): boolean {
  return subject.kind === 'helped' && subject.you === true && subject.state === 'acting';
}
