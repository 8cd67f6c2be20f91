import { View } from '@tarojs/components';
import { laterDoor, laterPages, laterWords } from '../../copy/later';
import { contactsFor } from '../../copy/phones';
import { appName } from '../../copy/shell';
import { sources } from '../../copy/sources';
import { usePageParameter } from '../../platform/lifecycle';
import { openPage, openTab } from '../../platform/navigate';
import { callPhone } from '../../platform/phone-call';
import { Screen } from '../../shell/screen';
import { ArchLine } from '../../ui/arch-line';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { PhoneRow } from '../../ui/phone-row';
import { Line, Title } from '../../ui/words';
import './index.scss';

/** A door whose online part opens later: what to do today and whom to call. */
export default function LaterPage() {
  const door = laterDoor(usePageParameter('door'));
  if (door === undefined) return <UnknownDoor />;
  const { theme, title, later, todayTitle, today, source, apply, check } = laterPages[door];
  return (
    <Screen theme={theme} title={title}>
      <Title>{title}</Title>
      <ArchLine />
      <View className="stack">
        {contactsFor(theme).map(({ number, text }) => (
          <PhoneRow key={number} number={number} what={text} onCall={callPhone} />
        ))}
        <Card title={todayTitle}>
          {today.map((line) => (
            <Line key={line} className="later-line">
              {line}
            </Line>
          ))}
          {source !== undefined && <Line tone="fine">{sources.basis(source)}</Line>}
        </Card>
        <Notice>{later}</Notice>
        {apply !== undefined && (
          <Button id="apply" text={apply.text} onPress={() => openPage('library', { door: apply.door })} />
        )}
        {check !== undefined && (
          <Button id="check" kind="second" text={check.text} onPress={() => openPage('wizard', { door: check.door })} />
        )}
      </View>
    </Screen>
  );
}

function UnknownDoor() {
  return (
    <Screen theme="base" title={appName}>
      <View className="stack">
        <Line>{laterWords.unknownDoor}</Line>
        <Button text={laterWords.home} onPress={() => openTab('home')} />
      </View>
    </Screen>
  );
}
