import { MOST_WISHED, type OtherTimeWishes } from '@jinmen/shared/bookings/other-time-wishes';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { addDays, type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { useState } from 'react';
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

const { wishes: words } = passWords.change;
const DAYS_AHEAD = 60;

/** For whom none of the times kept is right: which days would not do, so that the next is looked for by that. */
export function OtherTimeWish({ booking: { id, site } }: { booking: BookingView }) {
  const [days, setDays] = useState<readonly CivilDate[]>([]);
  const [chosen, setChosen] = useState('');
  const [here, setHere] = useState(true);
  const { said, working, say } = useWishes(id);
  const whole = isCivilDate(chosen) && !days.includes(chosen) && days.length < MOST_WISHED;
  const add = () => {
    if (whole) setDays([...days, chosen].sort());
    setChosen('');
  };
  return (
    <Card id="wishes" title={words.title}>
      <Line tone="quiet">{words.line}</Line>
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
        <Button
          id="say-wishes"
          kind="second"
          text={working ? words.going : words.go}
          onPress={() => void say({ impossible: days, sites: here ? [site.id] : [] })}
        />
      </View>
    </Card>
  );
}

/** Said again it takes the place of what was said before, so that a tap too many does no harm. */
function useWishes(booking: string) {
  const [said, setSaid] = useState<string>();
  const [working, setWorking] = useState(false);
  const say = async (body: OtherTimeWishes) => {
    if (working) return;
    setWorking(true);
    const path = `/bookings/${encodeURIComponent(booking)}/wishes`;
    const reply = await request<undefined>({ method: 'PUT', path, body, session: 'required' });
    setWorking(false);
    if (reply.kind === 'signed-out') return signInThen();
    setSaid(reply.kind === 'problem' ? reply.words : reply.kind === 'ok' ? words.done : words.offline);
  };
  return { said, working, say };
}
