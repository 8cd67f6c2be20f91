import type { ApplicationListItem } from '@jinmen/shared/applications/views';
import { programmes as catalogue } from '@jinmen/shared/catalogue';
import { View } from '@tarojs/components';
import { applicationWords as words } from '../../../copy/case';
import { whomWords } from '../../../copy/helping';
import { shanghaiTime } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

export function titlesOf({ programmes }: ApplicationListItem): readonly string[] {
  return programmes.map((code) => catalogue.find((each) => each.code === code)?.title ?? code);
}

const when = (moment: string) => shanghaiTime(Date.parse(moment));

/** Which draft it is, where several stand below: as its card says it. */
export function draftName(item: ApplicationListItem): string {
  const { subject } = item;
  const whom = isOfAnother(subject) ? whomWords.about(subject.name) : undefined;
  return words.draftNamed(titlesOf(item), [whom, words.saved(when(item.updatedAt))].filter(Boolean).join('，'));
}

/** One application: what it is for, how it stands, and the one thing to do. */
export function ApplicationCard({ item, onRemove }: { item: ApplicationListItem; onRemove: () => void }) {
  const titles = titlesOf(item);
  const { id } = item;
  if (item.state === 'draft') {
    return (
      <Card className="application application-draft" title={words.row(titles)}>
        <About item={item} />
        <Line tone="quiet">{words.saved(when(item.updatedAt))}</Line>
        <View className="verdict-actions">
          <Button
            kind="quiet"
            className="go-on"
            text={words.goOn}
            label={`${words.row(titles)}：${words.goOn}`}
            onPress={() => openPage('apply', { id })}
          />
          <Button
            kind="quiet"
            className="remove-draft"
            text={words.remove}
            label={words.removeNamed(titles)}
            onPress={onRemove}
          />
        </View>
      </Card>
    );
  }
  const submitted = item.submittedAt === undefined ? undefined : words.submitted(when(item.submittedAt));
  return (
    <Card
      className="application application-sent"
      title={words.row(titles)}
      label={[`${words.row(titles)}：${item.now}`, submitted].filter(Boolean).join('，')}
      onPress={() => openPage('caseDetail', { id })}
    >
      <About item={item} />
      <Line>{item.now}</Line>
      {submitted !== undefined && <Line tone="quiet">{submitted}</Line>}
    </Card>
  );
}

/** Whom it is about, when that is somebody else. */
function About({ item: { subject } }: { item: ApplicationListItem }) {
  return isOfAnother(subject) ? <Line tone="quiet">{whomWords.about(subject.name)}</Line> : null;
}

type Subject = NonNullable<ApplicationListItem['subject']>;

function isOfAnother(subject: Subject | undefined): subject is Exclude<Subject, { kind: 'self' }> {
  return subject !== undefined && subject.kind !== 'self' && !(subject.kind === 'helped' && subject.you);
}
