import { addDays, type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import type { SeaPaperState } from '@jinmen/shared/services/sea-scattering/views';
import { seaWords } from '@jinmen/shared/services/sea-scattering/words';
import { dates } from '../../../copy/dates';
import { sectionWords } from '../../../copy/funeral-farewell';
import { dayInWords, today } from '../../../platform/clock';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { DateField } from '../../../ui/date-field';
import { FieldError } from '../../../ui/field-error';
import { Line } from '../../../ui/words';
import { answer, typeInto, useFarewell } from '../draft/session';
import { choicesOf } from '../parts';
import { SectionPage } from '../section-page';

const { papers: words } = sectionWords;
const WAYS = ['bring', 'promised', 'at-funeral-home'] as const;
const PROMISE_DAYS = 365;

/** Each paper its own way: on the day, promised, or done ahead at the funeral home. */
export default function PapersPage() {
  return (
    <SectionPage section="papers">
      {({ papers }) => (
        <>
          {papers.map((paper) => (
            <Paper key={paper.paper} paper={paper} papers={papers} />
          ))}
          <Line tone="quiet">{words.unknown}</Line>
        </>
      )}
    </SectionPage>
  );
}

interface PaperProps {
  readonly paper: SeaPaperState;
  readonly papers: readonly SeaPaperState[];
}

/** A promise has its day: until one is chosen it is on this phone alone. */
function Paper({ paper: state, papers }: PaperProps) {
  const { paper, how, until } = state;
  const control = `papers.${paper}`;
  const problem = useFarewell(({ problems }) => problems.papers);
  const day = useFarewell(({ unsent }) => unsent.typed[control]);
  const promised = day !== undefined || how === 'promised';
  const name = seaWords.papers[paper];
  const say = (said: SeaPaperState) =>
    answer({ papers: papers.map((each) => (each.paper === paper ? said : each)) }, [control]);
  const choose = (way: string) => {
    const chosen = WAYS.find((each) => each === way);
    if (chosen === 'promised' && until === undefined) typeInto(control, '');
    else if (chosen !== undefined) say({ paper, how: chosen, ...(chosen === 'promised' && { until }) });
  };
  return (
    <Card id={`paper-${paper}`} title={name}>
      {how === 'seen' ? (
        <Line>{words.seen}</Line>
      ) : (
        <ChoiceList
          label={name}
          choices={choicesOf(WAYS, words.ways)}
          chosen={[promised ? 'promised' : how]}
          pick="one"
          onChoose={choose}
        />
      )}
      {promised && (
        <>
          <Until
            label={`${name}，${words.until}`}
            chosen={day ?? until ?? ''}
            onChoose={(text) =>
              isCivilDate(text) ? say({ paper, how: 'promised', until: text }) : typeInto(control, text)
            }
          />
          <FieldError text={problem} />
        </>
      )}
    </Card>
  );
}

interface UntilProps {
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (text: string) => void;
}

function Until({ label, chosen, onChoose }: UntilProps) {
  const earliest: CivilDate = today();
  return (
    <>
      <Line tone="quiet" className="card-apart">
        {words.until}
      </Line>
      <DateField
        label={label}
        chosen={chosen}
        dayWords={isCivilDate(chosen) ? dayInWords(chosen) : undefined}
        words={dates}
        earliest={earliest}
        latest={addDays(earliest, PROMISE_DAYS)}
        wrong={false}
        onChoose={onChoose}
      />
    </>
  );
}
