import { isCivilDate } from '@jinmen/shared/kernel/civil-date';
import { dates } from '../../../copy/dates';
import { claimWords as words } from '../../../copy/funeral-start';
import { dayInWords, today } from '../../../platform/clock';
import { Card } from '../../../ui/card';
import { DateField } from '../../../ui/date-field';
import { Line } from '../../../ui/words';
import { ClaimClocks } from '../claim-clocks';
import { changeFirstSteps, useFirstSteps } from './first-steps-kept';

/** Two years back: what is older may still be asked about by telephone. */
const EARLIEST = '2024-01-01';

/** What may be claimed. The day of the cremation is a help for counting and never asked for. */
export function CremationCard() {
  const { cremated } = useFirstSteps();
  const whole = isCivilDate(cremated) ? cremated : undefined;
  return (
    <Card id="claims-card" title={words.title}>
      <Line tone="quiet">{words.why}</Line>
      <DateField
        label={words.question}
        chosen={cremated}
        dayWords={whole && dayInWords(whole)}
        words={dates}
        wrong={false}
        earliest={EARLIEST}
        latest={today()}
        onChoose={(chosen) => void changeFirstSteps((now) => ({ ...now, cremated: chosen }))}
      />
      <Line tone="fine">{words.here}</Line>
      <ClaimClocks cremated={whole} />
    </Card>
  );
}
