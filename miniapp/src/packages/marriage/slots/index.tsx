import type { SiteView, WindowView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { marriage } from '../../../copy/marriage';
import { marriageTitles } from '../../../copy/marriage-titles';
import { dayAndWeekday, timeInWords, today } from '../../../platform/clock';
import { usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { useBackOnline } from '../../../platform/network';
import { Screen } from '../../../shell/screen';
import { aheadOf, loadBookings, useBookings } from '../../../state/bookings';
import { Button } from '../../../ui/button';
import { FieldError } from '../../../ui/field-error';
import { Heading, Line, Title } from '../../../ui/words';
import { useDays, useSites, useWindows } from '../api';
import { BothMainland, isAskedFor, useBothMainland } from '../both-mainland';
import { themeOf } from '../kind';
import { LookState } from '../look-state';
import { lastOf, monthOf } from '../month/month-days';
import { useWanted, type Wanted } from '../wanted';
import { AboutDay, DayState } from './day-state';
import { HeldCard } from './held-card';
import { Outcome } from './outcome';
import { SlotChips } from './slot-chips';
import './slots.scss';
import { useHold } from './use-hold';
import { useRelease } from './use-release';

const { slots: words } = marriage;

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
  useRelease(windows);
  useBackOnline(() => void windows.again());
  const view = days.data?.find(({ day }) => day === wanted.day);
  return (
    <Screen theme={themeOf(wanted.kind)} title={marriageTitles.slots}>
      <Line tone="quiet">{site?.name ?? ''}</Line>
      <Title>{dayAndWeekday(wanted.day)}</Title>
      {view && <AboutDay view={view} />}
      <View className="stack slots-stack">
        <Held wanted={wanted} />
        <LookState {...windows} />
        {windows.data && (
          <DayState windows={windows.data} view={view} days={days.data ?? []} wanted={wanted} onTurn={turn} />
        )}
        {windows.data?.some(({ state }) => state === 'open' || state === 'sold-out') && (
          <Choosing key={wanted.day} windows={windows.data} wanted={wanted} site={site} look={windows.again} />
        )}
        {windows.data?.some(({ sample }) => sample) && <Line tone="fine">{marriage.sample}</Line>}
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

interface ChoosingProps {
  readonly windows: readonly WindowView[];
  readonly wanted: Wanted;
  readonly site: SiteView | undefined;
  readonly look: () => Promise<void>;
}

function Choosing({ windows, wanted, site, look }: ChoosingProps) {
  const { answer } = useBothMainland();
  const [chosenId, choose] = useState<string>();
  const [missing, setMissing] = useState(false);
  const { holding, notHeld, hold } = useHold(wanted, look);
  const chosen = windows.find(({ id, state }) => id === chosenId && state === 'open');
  const some = windows.some(({ state }) => state === 'open');
  const asks = some && isAskedFor(wanted) && wanted.change === undefined && answer !== true;
  const take = () => {
    setMissing(chosen === undefined);
    if (chosen) hold(chosen);
  };
  if (asks) {
    return (
      <>
        <Heading>{marriage.before.question}</Heading>
        <BothMainland />
      </>
    );
  }
  return (
    <>
      {notHeld && <Outcome notHeld={notHeld} wanted={wanted} onHold={hold} />}
      <SlotChips windows={windows} chosen={chosen?.id} onChoose={choose} />
      {missing && !chosen && <FieldError text={words.chooseFirst} />}
      {some && <Button id="take" text={holding ? words.holding : takeWords(chosen, wanted)} onPress={take} />}
      {windows.some(({ state }) => state === 'sold-out') && wanted.change === undefined && (
        <Notify wanted={wanted} site={site} />
      )}
    </>
  );
}

function takeWords(chosen: WindowView | undefined, { change }: Wanted): string {
  if (chosen === undefined) return words.chooseFirst;
  const time = timeInWords(chosen.startsAt);
  return change === undefined ? words.choose(time) : words.change(time);
}

function Notify({ wanted: { kind, day }, site }: { wanted: Wanted; site: SiteView | undefined }) {
  if (site === undefined || day === undefined) return null;
  return (
    <Button
      id="notify"
      kind="second"
      text={words.notify}
      onPress={() => openPage('marriageWaitlist', { kind, site: site.id, day })}
    />
  );
}
