import { noFilm, safety, wholeCourse } from '@jinmen/shared/services/sea-scattering/whole-course';
import { View } from '@tarojs/components';
import { courseWords as words } from '../../../copy/funeral-start';
import { funeralTitles } from '../../../copy/funeral-titles';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { Shore } from '../shore';
import { SourcedLines } from '../sourced-lines';
import { SourcesCard } from '../sources-card';
import '../start.scss';

/** 全环节指引 and, as long as there is no film, its scenes in words; then 安全与随行医疗. */
export default function GuidePage() {
  return (
    <Shore title={funeralTitles.course} heading={words.heading} lead={words.lead} horizon>
      <Notice>{noFilm.text}</Notice>
      {wholeCourse.map(({ code, title, seen, lines }, index) => (
        <Card key={code} id={`course-${code}`} title={words.step(index + 1, title)}>
          <View className="course-seen">{words.seen(seen)}</View>
          <SourcedLines lines={lines} />
        </Card>
      ))}
      <Line tone="quiet">{words.note}</Line>
      <Card id="safety" title={words.safety}>
        <SourcedLines lines={safety} />
      </Card>
      <Button id="to-voyages" kind="second" text={words.voyages} onPress={() => openPage('funeralVoyages')} />
      <SourcesCard lines={[noFilm, ...wholeCourse.flatMap(({ lines }) => lines), ...safety]} />
    </Shore>
  );
}
