import type { BookingDayView } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { View } from '@tarojs/components';
import { marriage } from '../../../copy/marriage';
import { today } from '../../../platform/clock';
import { aria } from '../../../ui/aria';
import { type DayCell, dayCell } from './day-cell';
import { weeksOf } from './month-days';

interface MonthGridProps {
  readonly first: CivilDate;
  readonly days: readonly BookingDayView[];
  readonly onOpen: (day: CivilDate) => void;
}

/** Seven columns from Monday. Each day says its number in words to whoever hears the page. */
export function MonthGrid({ first, days, onOpen }: MonthGridProps) {
  const views = new Map(days.map((view) => [view.day, view]));
  return (
    <View className="month-grid">
      <View className="month-week" {...aria({ hidden: true })}>
        {marriage.month.weekdays.map((weekday) => (
          <View key={weekday} className="month-weekday">
            {weekday}
          </View>
        ))}
      </View>
      {weeksOf(first).map((week) => (
        <View key={week.join()} className="month-week">
          {week.map((day, column) =>
            day === undefined ? (
              <View key={column} className="month-day" {...aria({ hidden: true })} />
            ) : (
              <Day key={day} cell={dayCell(day, views.get(day), today())} onOpen={onOpen} />
            ),
          )}
        </View>
      ))}
    </View>
  );
}

function Day({ cell, onOpen }: { cell: DayCell; onOpen: MonthGridProps['onOpen'] }) {
  const { day, date, ground, figure, below, hot, label, opens } = cell;
  return (
    <View
      id={`day-${day}`}
      className={`month-day month-ground-${ground}`}
      {...(opens
        ? { onClick: () => onOpen(day), hoverClass: 'month-day-pressed', ...aria({ role: 'button', label }) }
        : aria({ role: 'img', label }))}
    >
      <View className="month-date">{date}</View>
      <View className="month-figure">{figure}</View>
      <View className={hot ? 'month-below month-hot' : 'month-below'}>{below}</View>
    </View>
  );
}
