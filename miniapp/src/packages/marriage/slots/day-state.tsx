import type { BookingDayView, WindowState, WindowView } from '@jinmen/shared/bookings/views';
import { type CivilDate, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { marriage } from '../../../copy/marriage';
import { dayAndWeekday, today } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { queryOf, type Wanted } from '../wanted';
import { NotYet } from './not-yet';

const { slots: words } = marriage;

/** The lunar day and what many want it for. */
export function AboutDay({ view: { lunar, hot } }: { view: BookingDayView }) {
  const parts = [...(lunar === undefined ? [] : [marriage.month.lunar(lunar)]), ...(hot === undefined ? [] : [hot])];
  if (parts.length === 0) return null;
  return <Line tone="quiet">{marriage.month.day(parts)}</Line>;
}

interface DayStateProps {
  readonly windows: readonly WindowView[];
  readonly view: BookingDayView | undefined;
  /** Of the same month, to name others. */
  readonly days: readonly BookingDayView[];
  readonly wanted: Wanted & { readonly day: CivilDate };
  readonly onTurn: (day: CivilDate) => void;
}

/** Why nothing of this day can be had, and what to do instead; nothing at all where something can. */
export function DayState({ windows, view, days, wanted, onTurn }: DayStateProps) {
  // Of a day further ahead than windows are made, only the month knows when it is released.
  const opens =
    windows.find(({ state }) => state === 'not-yet-open')?.opensAt ??
    (view?.state === 'not-yet-open' ? view.opensAt : undefined);
  const expected = view?.expected || windows.some((window) => window.expected);
  const has = (state: WindowState) => windows.some((window) => window.state === state);
  return (
    <>
      {expected && <Notice>{words.expected}</Notice>}
      {!has('open') && opens !== undefined && <NotYet opensAt={opens} />}
      {!has('open') && opens === undefined && (
        <Nothing id="nothing" words={reasonOf(windows, view)} days={days} wanted={wanted} onTurn={onTurn} />
      )}
    </>
  );
}

function reasonOf(windows: readonly WindowView[], view: BookingDayView | undefined): string {
  if (windows.some(({ state }) => state === 'sold-out')) return words.soldOut;
  const closed = windows.find(({ state }) => state === 'closed');
  if (closed === undefined) return windows.some(({ state }) => state === 'over') ? words.overDay : words.none;
  const why = closed.why ?? view?.why;
  return why === undefined ? words.closedDay : words.closedWhy(why);
}

interface NothingProps extends Pick<DayStateProps, 'days' | 'wanted' | 'onTurn'> {
  readonly id: string;
  readonly words: string;
}

/** The three nearest days of the same place that have something. */
function Nothing({ id, words: reason, days, wanted, onTurn }: NothingProps) {
  const near = nearestFree(days, wanted.day);
  return (
    <Card id={id} title={reason}>
      <Line tone="quiet">{near.length > 0 ? words.soldOutNext : words.soldOutNone}</Line>
      {near.map(({ day, left = 0 }) => (
        <ListRow
          key={day}
          id={`near-${day}`}
          title={dayAndWeekday(day)}
          line={marriage.month.label.open(left)}
          onPress={() => onTurn(day)}
        />
      ))}
      <View className="card-action">
        <Button
          id="other-place"
          kind="second"
          text={words.otherPlace}
          onPress={() => openPage('marriageVenues', queryOf({ ...wanted, site: undefined }))}
        />
      </View>
    </Card>
  );
}

const AT_MOST = 3;

export function nearestFree(days: readonly BookingDayView[], to: CivilDate): readonly BookingDayView[] {
  const away = ({ day }: BookingDayView) => Math.abs(dayNumber(day) - dayNumber(to));
  return days
    .filter(({ state, day }) => state === 'open' && day !== to && day >= today())
    .sort((one, other) => away(one) - away(other))
    .slice(0, AT_MOST)
    .sort((one, other) => one.day.localeCompare(other.day));
}
