import type { SiteView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { laterWords } from '../../../copy/later';
import { marriage } from '../../../copy/marriage';
import { marriageTitles } from '../../../copy/marriage-titles';
import { dayAndWeekday } from '../../../platform/clock';
import { openPage, openTab } from '../../../platform/navigate';
import { callPhone } from '../../../platform/phone-call';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { PhoneRow } from '../../../ui/phone-row';
import { Line, Title } from '../../../ui/words';
import { useSites } from '../api';
import { themeOf } from '../kind';
import { LookState } from '../look-state';
import { SiteDrawing } from '../site-drawing';
import { openDays } from '../to-days';
import { useWanted, type Wanted } from '../wanted';
import './venue.scss';

const { venue: words } = marriage;

/** One place: what is known of it, and 待核定 for what nobody has published. */
export default function VenuePage() {
  const wanted = useWanted();
  const sites = useSites(wanted.kind);
  const site = sites.data?.find(({ id }) => id === wanted.site);
  return (
    <Screen theme={themeOf(wanted.kind)} title={site?.name ?? marriageTitles.venue}>
      <View className="stack">
        <LookState {...sites} />
        {sites.data && !site && <Unknown />}
        {site && <Place site={site} wanted={wanted} />}
      </View>
    </Screen>
  );
}

function Place({ site, wanted }: { site: SiteView; wanted: Wanted }) {
  const themed = site.sort === 'themed';
  return (
    <>
      {themed && <SiteDrawing site={site.id} large />}
      {themed && <Line tone="fine">{words.drawing}</Line>}
      <Title>{site.name}</Title>
      <Line>
        {site.nextFreeDay === undefined
          ? marriage.venues.noneFree
          : marriage.venues.nextFree(dayAndWeekday(site.nextFreeDay))}
      </Line>
      {themed && <Line tone="quiet">{words.only}</Line>}
      {site.about !== undefined && <Line>{site.about}</Line>}
      <Button id="days" text={words.go} onPress={() => openDays(wanted)} />
      <Facts site={site} />
      <Button id="guide" kind="second" text={marriage.venues.guide} onPress={() => openPage('marriageGuide')} />
    </>
  );
}

function Facts({ site }: { site: SiteView }) {
  const facts = [
    [words.district, site.districtName],
    [words.address, site.address],
    [words.hours, site.hours],
    [words.gettingThere, site.gettingThere],
    [words.stepFree, site.stepFree],
    [words.rainPlan, site.rainPlan],
  ] as const;
  const unknown = site.phone === undefined || facts.some(([, known]) => known === undefined);
  return (
    <Card id="facts">
      {facts.map(([name, known]) => (
        <ListRow key={name} className="venue-fact" title={known ?? marriage.toBeSettled} note={name} />
      ))}
      {site.phone === undefined ? (
        <ListRow className="venue-fact" title={marriage.toBeSettled} note={words.phone} />
      ) : (
        <PhoneRow number={site.phone} what={words.call} onCall={callPhone} />
      )}
      {unknown && <Line tone="quiet">{words.ask}</Line>}
    </Card>
  );
}

function Unknown() {
  return (
    <>
      <Line>{words.unknown}</Line>
      <Button text={laterWords.home} onPress={() => openTab('home')} />
    </>
  );
}
