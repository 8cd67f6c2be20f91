import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { MOST_IMPOSSIBLE_DAYS } from '@jinmen/shared/services/sea-scattering/views';
import { View } from '@tarojs/components';
import { dates } from '../../../copy/dates';
import { sectionWords } from '../../../copy/funeral-farewell';
import { dayAndWeekday, dayInWords } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { DateField } from '../../../ui/date-field';
import { answer, typeInto, useFarewell } from '../draft/session';
import { Part } from '../parts';

const { wishes: words } = sectionWords;
const PATH = 'wishes.impossible';

interface ImpossibleDaysProps {
  readonly days: readonly CivilDate[];
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
}

/** Days on which the family cannot come: one is chosen, added to the list, and taken away again as easily. */
export function ImpossibleDays({ days, earliest, latest }: ImpossibleDaysProps) {
  const chosen = useFarewell(({ unsent }) => unsent.typed[PATH]) ?? '';
  const whole = isCivilDate(chosen) && !days.includes(chosen) && days.length < MOST_IMPOSSIBLE_DAYS;
  const add = () => whole && answer({ [PATH]: [...days, chosen].sort() }, [PATH]);
  return (
    <Part path={PATH} label={words.impossible} help={words.impossibleHelp}>
      <DateField
        label={words.impossible}
        chosen={chosen}
        dayWords={isCivilDate(chosen) ? dayInWords(chosen) : undefined}
        words={{ ...dates, none: days.length === 0 ? words.noDays : words.moreDays }}
        earliest={earliest}
        latest={latest}
        wrong={false}
        onChoose={(text) => typeInto(PATH, text)}
      />
      {whole && <Button id="add-day" kind="second" className="card-apart" text={words.addDay} onPress={add} />}
      <View className="day-list">
        {days.map((day) => (
          <Button
            key={day}
            id={`remove-${day}`}
            kind="quiet"
            text={words.removeDay(dayAndWeekday(day))}
            onPress={() => answer({ [PATH]: days.filter((each) => each !== day) })}
          />
        ))}
      </View>
    </Part>
  );
}
