import { View } from '@tarojs/components';
import { sources } from '../../../copy/sources';
import { urgent } from '../../../copy/urgent';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { callPhone } from '../../../platform/phone-call';
import { Screen } from '../../../shell/screen';
import { readUrgent } from '../../../state/urgent';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { PhoneRow } from '../../../ui/phone-row';
import { Heading, Line, Title } from '../../../ui/words';
import { AskForm } from './ask-form';
import { useCaseBefore } from './case-before';
import { SentBefore } from './sent-before';
import '../urgent.scss';

/** Numbers first: whoever comes here may have no time to read. Then the shortest way to be found by somebody. */
export default function UrgentPage() {
  const application = usePageParameter('application');
  usePageShown(() => void readUrgent());
  const fromCase = useCaseBefore(application);
  return (
    <Screen theme="relief" title={urgent.title} urgentWay={false}>
      <Title>{urgent.danger}</Title>
      <View className="stack">
        {urgent.phones.map(({ number, what }) => (
          <PhoneRow key={number} urgent number={number} what={what} onCall={callPhone} />
        ))}
      </View>
      <SentBefore />
      <AskForm fromCase={fromCase} />
      <Help />
    </Screen>
  );
}

function Help() {
  return (
    <>
      <Heading>{urgent.help.title}</Heading>
      <Card>
        {urgent.help.lines.map((line) => (
          <Line key={line} className="urgent-line">
            {line}
          </Line>
        ))}
        <Line tone="quiet" className="urgent-line">
          {urgent.help.unknown}
        </Line>
        <Line tone="fine">{sources.basis(urgent.help.source)}</Line>
        <View className="urgent-check">
          <Button
            id="check"
            kind="second"
            text={urgent.help.check}
            onPress={() => openPage('wizard', { door: 'emergency' })}
          />
        </View>
      </Card>
      <Heading>{urgent.nonLocal.title}</Heading>
      <Card>
        {urgent.nonLocal.lines.map((line) => (
          <Line key={line} className="urgent-line">
            {line}
          </Line>
        ))}
      </Card>
      <View className="urgent-check">
        <Button kind="second" text={urgent.check} onPress={() => openPage('wizard', { door: 'general' })} />
      </View>
    </>
  );
}
