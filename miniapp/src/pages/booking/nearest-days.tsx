import type { SiteView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { booking as hub } from '../../copy/booking';
import { dayAndWeekday, timeOfDay } from '../../platform/clock';
import { openPage } from '../../platform/navigate';
import { usePublic } from '../../state/public-looks';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/list-row';
import { Notice } from '../../ui/notice';
import { Line } from '../../ui/words';

const { near: words } = hub;

const AT_A_GLANCE = 3;
/** The same look as the gallery's, so that one copy on the phone serves both. */
const SITES = '/services/marriage-registration/sites?kind=marriage';

/** Three places that have something soon. Nothing at all before the list came: the doors above lead on without it. */
export function NearestDays() {
  const { data, trouble, fetchedAtMs } = usePublic<{ sites: readonly SiteView[] }>(SITES);
  if (data === undefined) return null;
  const near = data.sites.filter(hasFree).sort((one, other) => one.nextFreeDay.localeCompare(other.nextFreeDay));
  return (
    <Card id="nearest" title={words.title}>
      {trouble && fetchedAtMs !== undefined && <Notice tone="warn">{hub.stale(timeOfDay(fetchedAtMs))}</Notice>}
      <Line tone="quiet">{near.length > 0 ? words.line : words.none}</Line>
      {near.slice(0, AT_A_GLANCE).map(({ id, name, nextFreeDay }) => (
        <ListRow
          key={id}
          id={`near-${id}`}
          title={dayAndWeekday(nextFreeDay)}
          line={name}
          onPress={() => openPage('marriageSlots', { kind: 'marriage', site: id, day: nextFreeDay })}
        />
      ))}
      <Button
        id="by-day"
        kind="quiet"
        text={words.byDay}
        onPress={() => openPage('marriageMonth', { kind: 'marriage' })}
      />
    </Card>
  );
}

function hasFree(site: SiteView): site is SiteView & { readonly nextFreeDay: CivilDate } {
  return site.nextFreeDay !== undefined;
}
