import type { RulesView } from '@jinmen/shared/residents/rights';
import { View } from '@tarojs/components';
import { myData } from '../../../copy/my-data';
import { troubleWords } from '../../../copy/trouble';
import { usePageParameter } from '../../../platform/lifecycle';
import { goBackTo, openPage } from '../../../platform/navigate';
import { Screen } from '../../../shell/screen';
import { TroubleCard } from '../../../shell/trouble-card';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { Line, Title } from '../../../ui/words';
import { Earlier } from './earlier';
import { useRules } from './use-rules';

const words = myData.rulesPage;

/** 我们怎么用您的情况, or the agreement: as the server has them, or as they were in an earlier version. */
export default function RulesPage() {
  const agreement = usePageParameter('which') === 'agreement';
  const version = usePageParameter('version');
  const { view, trouble, load } = useRules(agreement ? 'agreement' : 'privacy', version);
  const title = agreement ? myData.agreement : myData.rules;
  const which = agreement ? { which: 'agreement' } : {};
  return (
    <Screen theme="base" title={title}>
      <Title>{title}</Title>
      <View className="stack">
        {trouble && <TroubleCard trouble={trouble} onAgain={load} />}
        {view === undefined && !trouble && <Skeleton words={troubleWords.reading} />}
        {view && <Since view={view} />}
        {view?.sections.map((section) => (
          <Card key={section.title} className="rule" title={section.title}>
            {section.lines.map((line) => (
              <Line key={line}>{line}</Line>
            ))}
          </Card>
        ))}
        {version === undefined ? (
          view && <Earlier versions={view.versions} onOpen={(one) => openPage('rules', { ...which, version: one })} />
        ) : (
          <Button
            id="to-current"
            kind="second"
            text={words.toCurrent}
            onPress={() => goBackTo({ page: 'rules', query: which })}
          />
        )}
      </View>
    </Screen>
  );
}

/** From when on these words were in force; of earlier ones also until when, where nobody can miss it. */
function Since({ view: { version, since, versions } }: { view: RulesView }) {
  const shown = versions.find((each) => each.version === version);
  if (shown === undefined || shown.inForce) return <Line tone="fine">{words.version(since)}</Line>;
  return <Notice tone="warn">{words.before(since, shown.until)}</Notice>;
}
