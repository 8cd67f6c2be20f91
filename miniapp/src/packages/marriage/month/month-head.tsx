import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { monthWords } from '@jinmen/shared/kernel/day-words';
import { View } from '@tarojs/components';
import { marriage } from '../../../copy/marriage';
import { today } from '../../../platform/clock';
import { aria } from '../../../ui/aria';
import { monthAfter, monthBefore, monthOf } from './month-days';

const { month: words } = marriage;

/** Further nobody opens windows. */
const MONTHS_AHEAD = 12;

/** Which month it is, and the way to the ones beside it. Not before this one, which has nothing to book. */
export function MonthHead({ first, onTurn }: { first: CivilDate; onTurn: (month: CivilDate) => void }) {
  const earliest = monthOf(today());
  let latest = earliest;
  for (let months = 0; months < MONTHS_AHEAD; months += 1) latest = monthAfter(latest);
  return (
    <View className="month-head">
      <Turn id="month-before" text={words.before} shown={first > earliest} onPress={() => onTurn(monthBefore(first))} />
      <View className="month-name" {...aria({ role: 'heading', level: 2, live: 'polite' })}>
        {monthWords(first)}
      </View>
      <Turn id="month-after" text={words.after} shown={first < latest} onPress={() => onTurn(monthAfter(first))} />
    </View>
  );
}

interface TurnProps {
  readonly id: string;
  readonly text: string;
  readonly shown: boolean;
  readonly onPress: () => void;
}

function Turn({ id, text, shown, onPress }: TurnProps) {
  if (!shown) return <View className="month-turn" />;
  return (
    <View
      id={id}
      className="month-turn"
      hoverClass="month-turn-pressed"
      onClick={onPress}
      {...aria({ role: 'button', label: text })}
    >
      {text}
    </View>
  );
}
