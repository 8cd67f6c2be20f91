import { Picker, View } from '@tarojs/components';
import { aria } from './aria';
import { type DateParts, type DayRange, datesOf, monthsOf, partsOf, textOf, yearsOf } from './date-parts';

export interface DateWords {
  readonly year: string;
  readonly month: string;
  readonly date: string;
  readonly choose: string;
  readonly change: string;
  readonly none: string;
  readonly part: (question: string, part: string) => string;
}

interface DateFieldProps extends DayRange {
  readonly label: string;
  /** `YYYY-MM-DD`, or as much of it as is chosen: `2026-05-`. */
  readonly chosen: string;
  /** The day chosen, as people say it; `undefined` while it is not whole. */
  readonly dayWords: string | undefined;
  readonly words: DateWords;
  readonly wrong: boolean;
  readonly onChoose: (chosen: string) => void;
}

/**
 * A day, never one that has not come. WeChat has a picker of its own that residents know. Taro's stand-in for it on H5 is
 * a small wheel that answers to a drag alone, no key and no reader; there a year, a month and a day are three of the
 * browser's own lists, which every phone opens as large as its user set the text.
 */
export function DateField(props: DateFieldProps) {
  const { dayWords, words } = props;
  return (
    <View className="date-field">
      <View className={`date-chosen${dayWords === undefined ? ' date-chosen-none' : ''}`} {...aria({ live: 'polite' })}>
        {dayWords ?? words.none}
      </View>
      {process.env.TARO_ENV === 'h5' ? <ThreeLists {...props} /> : <OwnPicker {...props} />}
    </View>
  );
}

function OwnPicker({ label, chosen, dayWords, words, earliest, latest, wrong, onChoose }: DateFieldProps) {
  const text = dayWords === undefined ? words.choose : words.change;
  return (
    <Picker
      className="date-picker"
      mode="date"
      value={dayWords === undefined ? latest : chosen}
      start={earliest}
      end={latest}
      onChange={({ detail }) => onChoose(String(detail.value))}
      {...aria({ role: 'button', label: words.part(label, dayWords ?? text) })}
    >
      <View className={`date-press${wrong ? ' date-wrong' : ''}`}>{text}</View>
    </Picker>
  );
}

function ThreeLists({ label, chosen, words, earliest, latest, wrong, onChoose }: DateFieldProps) {
  const parts = partsOf(chosen);
  const range = { earliest, latest };
  const choose = (change: Partial<DateParts>) => onChoose(textOf({ ...parts, ...change }, range));
  const lists = [
    { part: 'year', options: yearsOf(range) },
    { part: 'month', options: monthsOf(parts, range) },
    { part: 'date', options: datesOf(parts, range) },
  ] as const;
  return (
    <View className="date-lists">
      {lists.map(({ part, options }) => (
        <View key={part} className={`date-list date-list-${part}${wrong ? ' date-wrong' : ''}`}>
          <select
            className="date-select"
            aria-label={words.part(label, words[part])}
            aria-invalid={wrong}
            value={parts[part]}
            onChange={(event) => choose({ [part]: event.target.value })}
          >
            <option value="" />
            {options.map((option) => (
              <option key={option} value={option}>
                {String(Number(option))}
              </option>
            ))}
          </select>
          <View className="date-unit" {...aria({ hidden: true })}>
            {words[part]}
          </View>
        </View>
      ))}
    </View>
  );
}
