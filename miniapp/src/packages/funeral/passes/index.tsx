import type { BoardingPassesView } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { passesWords as words } from '../../../copy/funeral-boarding';
import { funeralTitles } from '../../../copy/funeral-titles';
import { today } from '../../../platform/clock';
import { usePageParameter } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { useBrightScreen } from '../../../platform/screen-light';
import { serverNowMs } from '../../../platform/server-clock';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { pathsOf } from '../farewell-paths';
import { useOwn } from '../own-look';
import { Shore } from '../shore';
import { meetingOf, sailingOf, titleOf } from '../voyage-words';
import { PassGroup } from './pass-group';
import { mayChange, passesState } from './passes-view';

/** What a family holds up at the vessel: where to be and when above all, then a code for each of them. */
export default function PassesPage() {
  const id = usePageParameter('id') ?? '';
  const seen = useOwn<BoardingPassesView>(pathsOf(id).passes);
  useBrightScreen();
  const nobody = seen.data !== undefined && passesState(seen.data, today()) === 'nobody';
  const title = nobody ? words.nobody.heading : funeralTitles.passes;
  const none = seen.trouble?.kind === 'problem' && seen.trouble.code === 'farewell.no-passes';
  return (
    <Shore title={title} heading={nobody ? title : words.heading} seen={none ? { ...seen, trouble: undefined } : seen}>
      {none ? <NotYet /> : seen.data && <Passes id={id} view={seen.data} />}
      <Button id="to-farewell" kind="quiet" text={words.farewell} onPress={() => openPage('funeralFarewell', { id })} />
    </Shore>
  );
}

function NotYet() {
  return (
    <Card id="no-passes">
      <Line>{words.none}</Line>
    </Card>
  );
}

function Passes({ id, view }: { id: string; view: BoardingPassesView }) {
  switch (passesState(view, today())) {
    case 'suspended':
      return <Suspended id={id} />;
    case 'over':
      return <Over />;
    case 'nobody':
      return (
        <>
          <Card id="passes-when" title={titleOf(view.voyage)}>
            <Line>{sailingOf(view.voyage)}</Line>
            <Line tone="fine">{words.nobody.number(view.number)}</Line>
          </Card>
          <Card id="nobody-comes" title={words.nobody.title}>
            <Line>{words.nobody.line}</Line>
          </Card>
        </>
      );
    case 'past':
      return <Past id={id} />;
    case 'shown':
      return (
        <>
          <WhenAndWhere view={view} />
          <PassGroup view={view} />
          <Bring lines={view.bring} />
          {mayChange(view, serverNowMs()) && (
            <Button
              id="passes-change"
              kind="second"
              text={words.change}
              onPress={() => openPage('funeralChange', { id })}
            />
          )}
        </>
      );
  }
}

function WhenAndWhere({ view: { voyage, number } }: { view: BoardingPassesView }) {
  return (
    <Card id="passes-when" title={titleOf(voyage)}>
      <Line className="passes-meeting">{meetingOf(voyage)}</Line>
      <Line tone="fine">{words.number(number)}</Line>
    </Card>
  );
}

function Bring({ lines }: { lines: readonly string[] }) {
  return (
    <Card id="passes-bring" title={words.bring}>
      <View className="passes-lines">
        {lines.map((line) => (
          <Line key={line}>{line}</Line>
        ))}
      </View>
    </Card>
  );
}

function Suspended({ id }: { id: string }) {
  return (
    <Card id="passes-suspended" title={words.suspended.title}>
      <Line>{words.suspended.line}</Line>
      <Button
        id="passes-to-change"
        className="card-action"
        text={words.suspended.go}
        onPress={() => openPage('funeralChange', { id })}
      />
    </Card>
  );
}

function Over() {
  return (
    <Card id="passes-over" title={words.over.title}>
      <Line>{words.over.line}</Line>
    </Card>
  );
}

function Past({ id }: { id: string }) {
  return (
    <Card id="passes-past">
      <Line>{words.past}</Line>
      <Button
        id="passes-certificate"
        kind="second"
        className="card-action"
        text={words.certificate}
        onPress={() => openPage('funeralCertificate', { id })}
      />
    </Card>
  );
}
