import type { WindowView } from '@jinmen/shared/bookings/views';
import { View } from '@tarojs/components';
import { marriage } from '../../../copy/marriage';
import { timeInWords } from '../../../platform/clock';
import { aria } from '../../../ui/aria';

const { slots: words } = marriage;

interface SlotChipsProps {
  readonly windows: readonly WindowView[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/**
 * One chip a time, with its number in words. What cannot be had stands there too, so that nobody looks for it; what is
 * not released yet can be chosen, so that nothing but the tap is left to do then.
 */
export function SlotChips({ windows, chosen, onChoose }: SlotChipsProps) {
  return (
    <View className="slots" {...aria({ role: 'radiogroup', label: words.title })}>
      {windows.map((window) => (
        <Chip key={window.id} window={window} on={window.id === chosen} onChoose={() => onChoose(window.id)} />
      ))}
    </View>
  );
}

function Chip({ window, on, onChoose }: { window: WindowView; on: boolean; onChoose: () => void }) {
  const text = chipText(window);
  if (window.state !== 'open' && window.state !== 'not-yet-open') return <View className="slot slot-none">{text}</View>;
  return (
    <View
      id={`slot-${window.id}`}
      className={on ? 'slot slot-on' : 'slot'}
      hoverClass="slot-pressed"
      onClick={onChoose}
      {...aria({ role: 'radio', checked: on, label: text })}
    >
      {text}
    </View>
  );
}

function chipText({ state, startsAt, left }: WindowView): string {
  const time = timeInWords(startsAt);
  switch (state) {
    case 'open':
      return left === undefined ? words.opened(time) : words.left(time, left);
    case 'sold-out':
      return words.full(time);
    case 'closed':
      return words.closed(time);
    case 'not-yet-open':
      return words.notYet(time);
    case 'over':
      return words.over(time);
  }
}
