import type { FirstStep, FirstStepLeads } from '@jinmen/shared/services/sea-scattering/first-steps';
import { View } from '@tarojs/components';
import { startWords as words } from '../../../copy/funeral-start';
import { openPage, type PageName } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Pill } from '../../../ui/pill';
import { SourcedLines } from '../sourced-lines';
import { changeFirstSteps } from './first-steps-kept';

const PAGES: Readonly<Record<FirstStepLeads, readonly [PageName, Readonly<Record<string, string>>?]>> = {
  sea: ['funeralVoyages'],
  prices: ['funeralPrices'],
  claims: ['wizard', { door: 'farewell' }],
  check: ['wizard', { door: 'general' }],
};

/** One thing to do. Done, it folds away; nobody is asked whether it is. */
export function StepCard({ step: { code, title, lines, leads }, done }: { step: FirstStep; done: boolean }) {
  const mark = () =>
    void changeFirstSteps((now) => ({
      ...now,
      done: done ? now.done.filter((each) => each !== code) : [...now.done, code],
    }));
  return (
    <Card id={`step-${code}`} title={title} mark={done && <Pill text={words.done} tone="soft" />}>
      {!done && <SourcedLines lines={lines} />}
      {!done && leads && (
        <ListRow id={`lead-${code}`} {...words.leads[leads]} onPress={() => openPage(...PAGES[leads])} />
      )}
      <View className="card-apart">
        <Button id={`mark-${code}`} kind="quiet" text={done ? words.undo : words.done} onPress={mark} />
      </View>
    </Card>
  );
}
