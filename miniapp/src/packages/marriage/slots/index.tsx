import type { WindowState } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { marriage } from '../../../copy/marriage';
import { marriageTitles } from '../../../copy/marriage-titles';
import { dayAndWeekday, today } from '../../../platform/clock';
import { usePageShown } from '../../../platform/lifecycle';
import { useBackOnline } from '../../../platform/network';
import { Screen } from '../../../shell/screen';
import { aheadOf, loadBookings, useBookings } from '../../../state/bookings';
import { Line, Title } from '../../../ui/words';
import { useDays, useSites, useWindows } from '../api';
import { themeOf } from '../kind';
import { LookState } from '../look-state';
import { lastOf, monthOf } from '../month/month-days';
import { useWanted, type Wanted } from '../wanted';
import { Choosing } from './choosing';
import { AboutDay, DayState } from './day-state';
import { HeldCard } from './held-card';
import { InLine } from './in-line';
import './slots.scss';
import { useRelease } from './use-release';

const CHOSEN_FROM: readonly WindowState[] = ['open', 'sold-out', 'not-yet-open'];

/** The times of one day at one place, and the tap that keeps one of them. */
export default function SlotsPage() {
  const asked = useWanted();
  // Another day is turned to on this page: the way back leads to the month, not through the days looked at.
  const [turnedTo, turn] = useState<CivilDate>();
  const wanted = { ...asked, day: turnedTo ?? asked.day ?? today() };
  const sites = useSites(wanted.kind);
  const site = sites.data?.find(({ id }) => id === wanted.site);
  const windows = useWindows(wanted);
  const first = monthOf(wanted.day);
  const days = useDays(wanted, { from: first, to: lastOf(first) });
  const times = useRelease(windows);
  useBackOnline(() => void windows.again());
  const view = days.data?.find(({ day }) => day === wanted.day);
  return (
    <Screen theme={themeOf(wanted.kind)} title={marriageTitles.slots}>
      <Line tone="quiet">{site?.name ?? ''}</Line>
      <Title>{dayAndWeekday(wanted.day)}</Title>
      {view && <AboutDay view={view} />}
      <View className="stack slots-stack">
        <Held wanted={wanted} />
        <InLine elsewhere={(window) => !times?.some(({ id }) => id === window)} />
        <LookState {...windows} />
        {times && <DayState windows={times} view={view} days={days.data ?? []} wanted={wanted} onTurn={turn} />}
        {times?.some(({ state }) => CHOSEN_FROM.includes(state)) && (
          <Choosing key={wanted.day} windows={times} wanted={wanted} site={site} look={windows.again} />
        )}
        {times?.some(({ sample }) => sample) && <Line tone="fine">{marriage.sample}</Line>}
      </View>
    </Screen>
  );
}

/** Whoever keeps a time already goes on with it, rather than to be told that they may have no second. */
function Held({ wanted: { change } }: { wanted: Wanted }) {
  const held = useBookings(({ bookings }) => aheadOf(bookings).find(({ state }) => state === 'held'));
  usePageShown(() => void loadBookings());
  if (held?.holdUntil === undefined || change !== undefined) return null;
  return <HeldCard booking={held} until={held.holdUntil} />;
}
