import { programmes } from '@jinmen/shared/catalogue';
import { type DoorDefinition, doors } from '@jinmen/shared/facts/doors';
import { home } from '../../copy/home';
import { services } from '../../copy/services';
import { tabNames } from '../../copy/shell';
import { openPage } from '../../platform/navigate';
import { Screen } from '../../shell/screen';
import { isQuiet, useBereavement } from '../../state/bereavement';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { Pill } from '../../ui/pill';
import { Heading, Line, Title } from '../../ui/words';

/** Everything that can be done here; of weddings nothing in mourning. */
export default function ServicesPage() {
  const quiet = useBereavement(isQuiet);
  return (
    <Screen theme="base" title={tabNames.services} tab="services">
      <Title>{services.title}</Title>
      <Line tone="quiet">{services.lead}</Line>
      <Heading>{services.urgent.title}</Heading>
      <Card>
        <ListRow title={services.urgent.row} line={services.urgent.line} onPress={() => openPage('urgent')} />
      </Card>
      <Heading>{services.hardship.title}</Heading>
      <Card>
        <ListRow
          id="check"
          title={services.hardship.check}
          line={services.hardship.checkLine}
          onPress={() => openPage('wizard')}
        />
        <ListRow id="find" {...services.find} onPress={() => openPage('library')} />
        {doors.flatMap((door) => {
          const line = lineBehind(door);
          if (line === undefined) return [];
          const open = () => openPage('library', { door: door.code });
          return <ListRow key={door.code} id={`door-${door.code}`} title={door.title} line={line} onPress={open} />;
        })}
      </Card>
      {!quiet && <Marriage />}
      <Heading>{services.farewell.title}</Heading>
      <Card>
        <ListRow
          id="farewell"
          title={services.farewell.row}
          line={services.farewell.line}
          onPress={() => openPage('funeralStart')}
        />
      </Card>
      <Heading>{services.other.title}</Heading>
      <Card>
        <ListRow
          title={home.doors.elder.title}
          line={home.doors.elder.line}
          end={<Pill text={services.laterMark} tone="muted" />}
          endWords={services.laterMark}
          onPress={() => openPage('later', { door: 'elder' })}
        />
      </Card>
    </Screen>
  );
}

/** What stands behind a door, in one line; a sensitive one says it in its own gentle words. */
function lineBehind({ code, line, sensitive }: DoorDefinition): string | undefined {
  const titles = programmes.filter(({ door }) => door === code).map(({ title }) => title);
  if (titles.length === 0) return undefined;
  return sensitive ? line : services.behind(titles);
}

function Marriage() {
  return (
    <>
      <Heading>{services.marriage.title}</Heading>
      <Card>
        <ListRow
          id="marriage"
          title={services.marriage.row}
          line={services.marriage.line}
          onPress={() => openPage('marriageKinds')}
        />
      </Card>
    </>
  );
}
