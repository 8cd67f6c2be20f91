import { prices } from '@jinmen/shared/services/sea-scattering/prices';
import { pricesWords as words } from '../../../copy/funeral-start';
import { funeralTitles } from '../../../copy/funeral-titles';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Pill } from '../../../ui/pill';
import { Shore } from '../shore';
import { SourcedLines } from '../sourced-lines';
import { SourcesCard } from '../sources-card';
import '../start.scss';

const TONES = { free: 'soft', said: 'muted', unknown: 'muted' } as const;

/** What is charged, free first. Nothing is guessed: what nobody published says so, and whom to ask. */
export default function PricesPage() {
  return (
    <Shore title={funeralTitles.prices} heading={words.heading} lead={words.lead}>
      {prices.map(({ code, title, state, lines }) => (
        <Card
          key={code}
          id={`price-${code}`}
          title={title}
          mark={<Pill text={words.states[state]} tone={TONES[state]} />}
        >
          <SourcedLines lines={lines} />
        </Card>
      ))}
      <Notice>{words.scam}</Notice>
      <SourcesCard lines={prices.flatMap(({ lines }) => lines)} />
    </Shore>
  );
}
