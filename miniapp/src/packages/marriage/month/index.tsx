import type { BookingDayView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { marriage } from '../../../copy/marriage';
import { marriageTitles } from '../../../copy/marriage-titles';
import { dayAndWeekday, shanghaiTime, today } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { useBackOnline } from '../../../platform/network';
import { Screen } from '../../../shell/screen';
import { Card } from '../../../ui/card';
import { EmptyState } from '../../../ui/empty-state';
import { Line, Title } from '../../../ui/words';
import { useDays, useSites } from '../api';
import { themeOf } from '../kind';
import { LookState } from '../look-state';
import { queryOf, useWanted, type Wanted } from '../wanted';
import './month.scss';
import { lastOf, monthOf } from './month-days';
import { MonthGrid } from './month-grid';
import { MonthHead } from './month-head';

const { month: words } = marriage;

/** A month as a heat-map: the server counts what is left each day, the phone only draws it. */
export default function MonthPage() {
  const wanted = useWanted();
  const sites = useSites(wanted.kind);
  const site = sites.data?.find(({ id }) => id === wanted.site);
  const [turnedTo, turn] = useState<CivilDate>();
  const first = turnedTo ?? monthOf(wanted.day ?? site?.nextFreeDay ?? today());
  const days = useDays(wanted, { from: first, to: lastOf(first) });
  useBackOnline(() => void days.again());
  return (
    <Screen theme={themeOf(wanted.kind)} title={marriageTitles.month}>
      <Line tone="quiet">{wanted.site === undefined ? words.anywhere : (site?.name ?? '')}</Line>
      <Title>{words.title}</Title>
      <View className="stack month-stack">
        <LookState {...days} />
        <Card id="month" className="month-card">
          <MonthHead first={first} onTurn={turn} />
          <MonthGrid first={first} days={days.data ?? []} onOpen={(day) => openDay(wanted, day)} />
          <View className="month-legend">
            <View>{words.legend}</View>
            <View>{words.legendShade}</View>
          </View>
        </Card>
        {days.data && <AboutMonth days={days.data} />}
      </View>
    </Screen>
  );
}

/** With a place, its times of that day; without one, the places that have some. */
function openDay(wanted: Wanted, day: CivilDate): void {
  openPage(wanted.site === undefined ? 'marriageVenues' : 'marriageSlots', queryOf({ ...wanted, day }));
}

/** What the cells have no room for. */
function AboutMonth({ days }: { days: readonly BookingDayView[] }) {
  const ahead = days.filter(({ day }) => day >= today());
  const nextRelease = ahead.find(({ state, opensAt }) => state === 'not-yet-open' && opensAt !== undefined);
  const lines = [
    ...(nextRelease?.opensAt
      ? [words.opensFirst(shanghaiTime(Date.parse(nextRelease.opensAt)), dayAndWeekday(nextRelease.day))]
      : []),
    ...ahead.flatMap(({ hot, day, state }) =>
      hot === undefined || state === 'no-service' ? [] : [words.hot(hot, dayAndWeekday(day))],
    ),
    ...(ahead.some(({ expected }) => expected) ? [words.expected] : []),
    ...(ahead.some(({ sample }) => sample) ? [marriage.sample] : []),
  ];
  if (ahead.every(({ state }) => state === 'no-service')) {
    return (
      <Card id="month-empty">
        <EmptyState why={words.empty} next={words.emptyNext} />
        {ahead.some(({ expected }) => expected) && <Line tone="quiet">{words.expected}</Line>}
      </Card>
    );
  }
  return (
    <View id="month-notes">
      {lines.map((line) => (
        <Line key={line} tone="quiet" className="month-note">
          {line}
        </Line>
      ))}
    </View>
  );
}
