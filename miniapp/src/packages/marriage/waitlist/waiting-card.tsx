import type { WaitingView } from '@jinmen/shared/bookings/views';
import { isMarriageKind } from '@jinmen/shared/services/marriage-registration/kinds';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import { View } from '@tarojs/components';
import { waitingWords as words } from '../../../copy/marriage-waiting';
import { dayAndWeekday, shanghaiTime, timeInWords } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Pill, type PillTone } from '../../../ui/pill';
import { Line } from '../../../ui/words';
import type { Waitlist } from './use-waitlist';

const tones: Readonly<Record<WaitingView['state'], PillTone>> = {
  waiting: 'soft',
  offered: 'success',
  taken: 'success',
  left: 'muted',
  over: 'muted',
};

/** What one party waits for: its rank, the time kept for it, or what became of it. */
export function WaitingCard({ waiting, list }: { waiting: WaitingView; list: Waitlist }) {
  const { id, kind, state, since, note } = waiting;
  const title = marriageRegistration.kinds.find(({ code }) => code === kind)?.title ?? kind;
  return (
    <Card
      id={`waiting-${id}`}
      className="waiting-lines"
      title={title}
      mark={<Pill text={words.states[state]} tone={tones[state]} />}
    >
      {state === 'waiting' && <Waits waiting={waiting} list={list} />}
      {state === 'offered' && <Offered waiting={waiting} list={list} />}
      {state === 'taken' && <Line>{words.taken}</Line>}
      {note !== undefined && <Line>{note}</Line>}
      {state !== 'offered' && <Wishes waiting={waiting} />}
      <Line tone="fine">{words.since(shanghaiTime(Date.parse(since)))}</Line>
      {state === 'over' && isMarriageKind(kind) && (
        <Button
          kind="second"
          className="card-action"
          text={words.pickDay}
          onPress={() => openPage('marriageMonth', { kind })}
        />
      )}
    </Card>
  );
}

function Waits({ waiting, list }: { waiting: WaitingView; list: Waitlist }) {
  return (
    <>
      {waiting.rank !== undefined && <View className="waiting-rank">{words.rank(waiting.rank)}</View>}
      <Line tone="quiet">{words.rankHow}</Line>
      <Button
        id={`leave-${waiting.id}`}
        kind="second"
        className="card-action"
        text={list.doing.working ? words.leaving : words.leave}
        onPress={() => void list.leave(waiting)}
      />
    </>
  );
}

function Offered({ waiting, list }: { waiting: WaitingView; list: Waitlist }) {
  const { offer } = waiting;
  if (!offer) return null;
  const { booking, window, siteName, until } = offer;
  const time = timeInWords(window.startsAt);
  return (
    <>
      <View className="waiting-rank">{`${dayAndWeekday(window.day)} ${time}`}</View>
      <Line>{siteName}</Line>
      <Line>{words.offered(shanghaiTime(Date.parse(until)))}</Line>
      <Line tone="quiet">{words.offeredAfter}</Line>
      <Button
        id={`take-${waiting.id}`}
        className="card-action"
        text={words.take}
        onPress={() => openPage('marriageReview', { id: booking })}
      />
      <Button
        id={`refuse-${waiting.id}`}
        kind="second"
        className="card-action"
        text={list.doing.working ? words.refusing : words.refuse}
        onPress={() => void list.refuse(waiting)}
      />
    </>
  );
}

function Wishes({ waiting: { sites, days } }: { waiting: WaitingView }) {
  return (
    <>
      <Line tone="quiet">{`${words.days}：${days.map(dayAndWeekday).join('、')}`}</Line>
      <Line tone="quiet">{`${words.sites}：${sites.map(({ name }) => name).join('、')}`}</Line>
    </>
  );
}
