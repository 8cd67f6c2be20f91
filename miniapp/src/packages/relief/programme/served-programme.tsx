import { View } from '@tarojs/components';
import { programmePage } from '../../../copy/result';
import { callPhone } from '../../../platform/phone-call';
import { Screen } from '../../../shell/screen';
import { Card } from '../../../ui/card';
import { PhoneRow } from '../../../ui/phone-row';
import { Line, Title } from '../../../ui/words';
import type { ServedProgramme } from '../served/served-catalogue';

/** A programme that only newer rules know, in the server's words. */
export function ServedProgrammePage({ programme }: { programme: ServedProgramme }) {
  const { title, formalName, summary, guide } = programme;
  return (
    <Screen theme="relief" title={title}>
      <Line tone="quiet">{formalName}</Line>
      <Title>{title}</Title>
      <View className="stack">
        <Card title={programmePage.who}>
          <Line>{summary}</Line>
        </Card>
        <Card title={programmePage.papers}>
          {guide.papers.map((paper) => (
            <Line key={paper} className="paper">
              {paper}
            </Line>
          ))}
        </Card>
        <Card title={programmePage.where}>
          <Line>{guide.where}</Line>
        </Card>
        <Card title={programmePage.howLong}>
          <Line>{guide.howLong}</Line>
        </Card>
        <Card title={programmePage.phone}>
          {/^\d{3,12}$/.test(guide.phone) ? (
            <PhoneRow number={guide.phone} what={title} onCall={callPhone} />
          ) : (
            <Line>{guide.phone}</Line>
          )}
        </Card>
      </View>
    </Screen>
  );
}
