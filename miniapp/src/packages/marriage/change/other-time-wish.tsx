import { MOST_WISHED, type OtherTimeWishes, type OtherTimeWishesView } from '@jinmen/shared/bookings/other-time-wishes';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { addDays, type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { dates } from '../../../copy/dates';
import { passWords } from '../../../copy/marriage-pass';
import { dayAndWeekday, dayInWords, today } from '../../../platform/clock';
import { request } from '../../../platform/http';
import { signInThen } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { DateField } from '../../../ui/date-field';
import { Notice } from '../../../ui/notice';
import { SwitchRow } from '../../../ui/switch-row';
import { Line } from '../../../ui/words';
import { isAnyKept } from './displaced';

const { wishes: words } = passWords.change;
const DAYS_AHEAD = 60;

/** For whom none of the times kept is right: which days would not do, so that the next is looked for by that. */
export function OtherTimeWish({ booking: { id, site, offers } }: { booking: BookingView }) {
  const { days, setDays, here, setHere, said, working, say } = useWishes(id, site.id);
  const [chosen, setChosen] = useState('');
  const whole = isCivilDate(chosen) && !days.includes(chosen) && days.length < MOST_WISHED;
  const add = () => {
    if (whole) setDays([...days, chosen].sort());
    setChosen('');
  };
  // a day that stands in the field counts, added or not
  const go = () => {
    add();
    void say(whole ? [...days, chosen].sort() : days);
  };
  return (
    <Card id="wishes" title={words.title}>
      <Line tone="quiet">{words.line + (offers && isAnyKept(offers) ? words.stillKept : '')}</Line>
      <View className="card-apart">
        <DateField
          label={words.day}
          chosen={chosen}
          dayWords={isCivilDate(chosen) ? dayInWords(chosen) : undefined}
          words={dates}
          earliest={today()}
          latest={addDays(today(), DAYS_AHEAD)}
          wrong={false}
          onChoose={setChosen}
        />
      </View>
      {whole && <Button id="add-day" kind="second" text={words.add} onPress={add} />}
      {days.map((day) => (
        <Button
          key={day}
          id={`remove-${day}`}
          kind="quiet"
          text={words.remove(dayAndWeekday(day))}
          onPress={() => setDays(days.filter((each) => each !== day))}
        />
      ))}
      <SwitchRow id="wish-here" text={words.here} on={here} onToggle={() => setHere(!here)} />
      {said !== undefined && <Notice className="wishes-said">{said}</Notice>}
      <View className="card-apart">
        <Button id="say-wishes" kind="second" text={working ? words.going : words.go} onPress={go} />
      </View>
    </Card>
  );
}

/**
 * Begins with what they said before: said again it takes the place of that, so that a tap too many does no harm and
 * nothing is lost by coming back.
 */
function useWishes(booking: string, site: string) {
  const [days, setDays] = useState<readonly CivilDate[]>([]);
  const [here, setHere] = useState(true);
  const [said, setSaid] = useState<string>();
  const [working, setWorking] = useState(true);
  const path = `/bookings/${encodeURIComponent(booking)}/wishes`;
  useEffect(() => {
    void request<OtherTimeWishesView>({ method: 'GET', path, session: 'required' }).then((reply) => {
      setWorking(false);
      if (reply.kind !== 'ok') return setSaid(words.unread);
      if (reply.data.said === undefined) return;
      setDays(reply.data.said.impossible);
      setHere(reply.data.said.sites.length > 0);
      setSaid(words.before);
    });
  }, [path]);
  const say = async (impossible: readonly CivilDate[]) => {
    if (working) return;
    setWorking(true);
    const body: OtherTimeWishes = { impossible, sites: here ? [site] : [] };
    const reply = await request<undefined>({ method: 'PUT', path, body, session: 'required' });
    setWorking(false);
    if (reply.kind === 'signed-out') return signInThen();
    setSaid(reply.kind === 'problem' ? reply.words : reply.kind === 'ok' ? words.done : words.offline);
  };
  return { days, setDays, here, setHere, said, working, say };
}
