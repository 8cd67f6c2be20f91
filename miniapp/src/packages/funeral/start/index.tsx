import {
  FIRST_STEP_WHENS,
  type FirstStepWhen,
  firstDay,
  firstSteps,
} from '@jinmen/shared/services/sea-scattering/first-steps';
import { useEffect } from 'react';
import { startWords as words } from '../../../copy/funeral-start';
import { funeralTitles } from '../../../copy/funeral-titles';
import { phones } from '../../../copy/phones';
import { openPage } from '../../../platform/navigate';
import { callPhone } from '../../../platform/phone-call';
import { ShutNotice } from '../../../shell/shut-notice';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/list-row';
import { PhoneRow } from '../../../ui/phone-row';
import { Heading } from '../../../ui/words';
import { Shore } from '../shore';
import { SourcedLines } from '../sourced-lines';
import { SourcesCard } from '../sources-card';
import '../start.scss';
import { CremationCard } from './cremation-card';
import { readFirstSteps, useFirstSteps } from './first-steps-kept';
import { StepCard } from './step-card';

const LATER = FIRST_STEP_WHENS.filter((when) => when !== 'today') as readonly Exclude<FirstStepWhen, 'today'>[];
const ALL = [...firstDay, ...firstSteps.flatMap(({ lines }) => lines)];

/** After a death: three lines for the first day and the number to call; then all else, in the order it comes. */
export default function StartPage() {
  const { done, shut } = useFirstSteps();
  useEffect(() => void readFirstSteps(), []);
  return (
    <Shore title={funeralTitles.start} heading={words.heading} lead={words.lead} horizon>
      <PhoneRow number={phones.funeralLine.number} what={words.line} onCall={callPhone} />
      <Card id="first-day" title={words.today} className="first-day">
        <SourcedLines lines={firstDay} />
      </Card>
      {shut && <ShutNotice words={words.shut} onAgain={readFirstSteps} />}
      {LATER.map((when) => (
        <Group key={when} when={when} done={done} />
      ))}
      <CremationCard />
      <Card id="more">
        <ListRow id="to-sea" {...words.leads.sea} onPress={() => openPage('funeralVoyages')} />
        <ListRow id="to-guide" {...words.leads.guide} onPress={() => openPage('funeralGuide')} />
        <ListRow id="to-prices" {...words.leads.prices} onPress={() => openPage('funeralPrices')} />
      </Card>
      <SourcesCard lines={ALL} />
    </Shore>
  );
}

function Group({ when, done }: { when: Exclude<FirstStepWhen, 'today'>; done: readonly string[] }) {
  return (
    <>
      <Heading>{words.groups[when]}</Heading>
      {firstSteps
        .filter((step) => step.when === when)
        .map((step) => (
          <StepCard key={step.code} step={step} done={done.includes(step.code)} />
        ))}
    </>
  );
}
