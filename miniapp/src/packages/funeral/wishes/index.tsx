import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { SeaWishes } from '@jinmen/shared/services/sea-scattering/views';
import { sectionWords } from '../../../copy/funeral-farewell';
import { today } from '../../../platform/clock';
import { ChoicePart, choicesOf, DayPart, SwitchPart, TextPart } from '../parts';
import { SectionPage } from '../section-page';
import { ImpossibleDays } from './impossible-days';

const { wishes: words } = sectionWords;
const YEARS_AHEAD_DAYS = 730;

/** What the family wishes of the day; what is left open is open. */
export default function WishesPage() {
  return (
    <SectionPage section="wishes">{({ wishes, way }) => <Wishes wishes={wishes} asks={way !== 'proxy'} />}</SectionPage>
  );
}

function Wishes({ wishes, asks }: { wishes: SeaWishes; asks: boolean }) {
  const earliest: CivilDate = today();
  const range = { earliest, latest: addDays(earliest, YEARS_AHEAD_DAYS) };
  return (
    <>
      <ImpossibleDays days={wishes.impossible} {...range} />
      {(['earliest', 'latest'] as const).map((end) => (
        <DayPart
          key={end}
          path={`wishes.${end}`}
          label={words[end]}
          value={wishes[end]}
          clear={words.clear}
          none={words.clear}
          {...range}
        />
      ))}
      <SwitchPart path="wishes.weekendsOnly" label={words.weekends} on={wishes.weekendsOnly === true} />
      <SwitchPart
        path="wishes.fromAnotherCity"
        label={words.city}
        help={words.cityHelp}
        on={wishes.fromAnotherCity === true}
      />
      {asks && (
        <ChoicePart
          path="wishes.proxy"
          label={words.proxy}
          value={wishes.proxy}
          choices={choicesOf(['never', 'acceptable'] as const, words.proxies)}
        />
      )}
      <TextPart
        path="wishes.together"
        label={words.together}
        help={words.togetherHelp}
        value={wishes.together}
        longest={20}
      />
    </>
  );
}
