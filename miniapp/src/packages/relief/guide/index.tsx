import { guides, programmes } from '@jinmen/shared/catalogue';
import type { Guide } from '@jinmen/shared/guides/guide';
import { View } from '@tarojs/components';
import { guidePage } from '../../../copy/library';
import { whoAnswers } from '../../../copy/phones';
import { sources as cited } from '../../../copy/sources';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { callPhone } from '../../../platform/phone-call';
import { Screen } from '../../../shell/screen';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { PhoneRow } from '../../../ui/phone-row';
import { Line, Title } from '../../../ui/words';
import { themeBehind } from '../door-theme';
import { NotFound } from '../not-found';
import { sourceInWords } from '../verdict-view';
import './guide.scss';

/** What is explained here and asked for elsewhere: what it is, what nobody has published, and whom to call. */
export default function GuidePage() {
  const code = usePageParameter('code');
  const guide = guides.find((each) => each.code === code);
  if (guide === undefined) return <NotFound text={guidePage.notFound} />;
  const { title, formalName, summary, door, lines, unknown, ask, sources } = guide;
  // Two rows of the record may rest on one document.
  const documents = [...new Set(sources.map(sourceInWords))];
  return (
    <Screen theme={themeBehind(door)} title={title}>
      {formalName !== title && <Line tone="quiet">{formalName}</Line>}
      <Title>{title}</Title>
      <Line>{summary}</Line>
      <View className="stack guide-body">
        <Card title={guidePage.what}>
          {lines.map((line) => (
            <Line key={line} className="guide-line">
              {line}
            </Line>
          ))}
        </Card>
        <Card title={guidePage.ask}>
          <Line className="guide-line">{ask.who}</Line>
          <PhoneRow number={ask.phone} what={whoAnswers(ask.phone) ?? title} onCall={callPhone} />
        </Card>
        <Card title={guidePage.unknown}>
          <Line>{unknown}</Line>
        </Card>
        <Related guide={guide} />
        <Card>
          {documents.map((document) => (
            <Line key={document} tone="fine">
              {cited.basis(document)}
            </Line>
          ))}
        </Card>
      </View>
    </Screen>
  );
}

/** Where the way to this help begins: the programmes that are looked at here. */
function Related({ guide: { door, related } }: { guide: Guide }) {
  const found = programmes.filter(({ code }) => related.includes(code));
  if (found.length === 0) return null;
  return (
    <Card title={guidePage.related}>
      <ListRow id="check" title={guidePage.check} onPress={() => openPage('wizard', { door })} />
      {found.map(({ code, title, summary }) => (
        <ListRow
          key={code}
          id={`programme-${code}`}
          title={title}
          line={summary}
          onPress={() => openPage('programme', { code })}
        />
      ))}
    </Card>
  );
}
