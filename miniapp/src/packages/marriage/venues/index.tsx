import type { SiteView, WindowView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { marriage } from '../../../copy/marriage';
import { marriageTitles } from '../../../copy/marriage-titles';
import { dayAndWeekday } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { useBackOnline } from '../../../platform/network';
import { Screen } from '../../../shell/screen';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { ListRow } from '../../../ui/list-row';
import { Heading, Line, Title } from '../../../ui/words';
import { useSites, useWindows } from '../api';
import { kindOf, themeOf } from '../kind';
import { LookState } from '../look-state';
import { SiteDrawing } from '../site-drawing';
import { openDays } from '../to-days';
import { queryOf, useWanted, type Wanted } from '../wanted';
import './venues.scss';

const { venues: words } = marriage;

/** The places: the six themed ones as pictures, the registries as rows. With a day, how many each has left on it. */
export default function VenuesPage() {
  const wanted = useWanted();
  const sites = useSites(wanted.kind);
  const windows = useWindows({ ...wanted, site: undefined });
  useBackOnline(() => void sites.again());
  const themed = (sites.data ?? []).filter(({ sort }) => sort === 'themed');
  const others = (sites.data ?? []).filter(({ sort }) => sort !== 'themed');
  const theme = themeOf(wanted.kind);
  const freeAt = wanted.day && windows.data ? leftBySite(windows.data) : undefined;
  const lineOf = (site: SiteView) => freeLine(site, freeAt);
  return (
    <Screen theme={theme} title={marriageTitles.venues}>
      {wanted.kind !== 'marriage' && <Line tone="quiet">{kindOf(wanted.kind)?.title}</Line>}
      <Title>{wanted.day ? words.titleOfDay(dayAndWeekday(wanted.day)) : words.title}</Title>
      <Line tone="quiet">{theme === 'base' ? words.leadPlain : words.lead}</Line>
      <View className="stack venues-stack">
        <LookState {...(wanted.day === undefined ? sites : windows)} data={sites.data} />
        {wanted.day === undefined && (
          <Button
            id="by-day"
            kind="second"
            text={words.byDay}
            onPress={() => openDays({ ...wanted, site: undefined })}
          />
        )}
        {sites.data?.length === 0 && (
          <Card id="no-places">
            <EmptyState why={words.none} next={words.noneNext} />
          </Card>
        )}
        {themed.length > 0 && (
          <>
            <Heading>{words.themed}</Heading>
            <View className="venues-gallery">
              {themed.map((site) => (
                <ThemedSite key={site.id} site={site} line={lineOf(site)} onOpen={() => openSite(wanted, site)} />
              ))}
            </View>
          </>
        )}
        {others.length > 0 && (
          <>
            <Heading>{words.registries}</Heading>
            <Card>
              {others.map((site) => (
                <ListRow
                  key={site.id}
                  id={`site-${site.id}`}
                  title={site.name}
                  line={lineOf(site)}
                  onPress={() => openSite(wanted, site)}
                />
              ))}
            </Card>
          </>
        )}
        {wanted.kind === 'marriage' && wanted.change === undefined && <OtherWays />}
      </View>
    </Screen>
  );
}

/** Whoever chose the day goes on to its times; else the place is shown first. */
function openSite(wanted: Wanted, { id }: SiteView): void {
  openPage(wanted.day === undefined ? 'marriageVenue' : 'marriageSlots', queryOf({ ...wanted, site: id }));
}

function leftBySite(windows: readonly WindowView[]): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (const window of windows) left.set(window.site, (left.get(window.site) ?? 0) + (window.left ?? 0));
  return left;
}

function freeLine({ id, nextFreeDay }: SiteView, freeAt: ReadonlyMap<string, number> | undefined): string {
  if (freeAt) return words.leftThatDay(freeAt.get(id) ?? 0);
  return nextFreeDay === undefined ? words.noneFree : words.nextFree(dayAndWeekday(nextFreeDay));
}

function ThemedSite({ site, line, onOpen }: { site: SiteView; line: string; onOpen: () => void }) {
  const place = site.districtName ?? words.noDistrict;
  return (
    <Card
      id={`site-${site.id}`}
      className="venues-site"
      label={marriage.venues.heard(site.name, place, line)}
      onPress={onOpen}
    >
      <SiteDrawing site={site.id} />
      <View className="venues-words">
        <View className="venues-name">{site.name}</View>
        <View className="venues-place">{place}</View>
        <View className="venues-free">{line}</View>
      </View>
    </Card>
  );
}

function OtherWays() {
  return (
    <>
      <Button id="guide" kind="second" text={words.guide} onPress={() => openPage('marriageGuide')} />
      <Button id="other-kinds" kind="quiet" text={words.otherKinds} onPress={() => openPage('marriageKinds')} />
    </>
  );
}
