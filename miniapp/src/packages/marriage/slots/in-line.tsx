import { marriage } from '../../../copy/marriage';
import { dayAndWeekday, timeInWords, timeOfDay } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { stopHolding, type Underway, useHolding } from './holding';
import { SaidAloud } from './said-aloud';

const { inLine: words } = marriage;

/** Where a tap stands that the server had no room for yet: how many are before it, how long it goes on, and how to end it. */
export function InLine({ elsewhere }: { elsewhere: (windowId: string) => boolean }) {
  const underway = useHolding((state) => state.underway);
  const waits = underway?.told === undefined ? undefined : underway;
  return <SaidAloud>{waits && <Stands underway={waits} elsewhere={elsewhere(waits.window.id)} />}</SaidAloud>;
}

function Stands({ underway, elsewhere }: { underway: Underway; elsewhere: boolean }) {
  const { window, stopping, untilMs } = underway;
  return (
    <Card id="in-line" tone="soft" title={words.title(`${dayAndWeekday(window.day)} ${timeInWords(window.startsAt)}`)}>
      <Line>{stopping ? words.stopping : stands(underway)}</Line>
      <Line tone="quiet">{words.rest(timeOfDay(untilMs))}</Line>
      {elsewhere && <Line tone="quiet">{words.other}</Line>}
      {!stopping && (
        <Button id="stop-waiting" kind="second" className="card-action" text={words.stop} onPress={stopHolding} />
      )}
    </Card>
  );
}

function stands({ told, ahead }: Underway): string {
  switch (told) {
    case 'busy':
      return ahead === undefined || ahead < 1 ? words.busy : words.ahead(about(ahead));
    case 'early':
      return words.early;
    case 'no-answer':
      return words.noAnswer;
    case 'no-network':
      return words.noNetwork;
    default:
      return words.slow;
  }
}

/** 大约: a number nobody counts after, and that is not read out anew for every one who goes. */
export function about(ahead: number): number {
  const step = ahead <= 10 ? 1 : ahead <= 100 ? 10 : ahead <= 1_000 ? 50 : 100;
  return Math.ceil(ahead / step) * step;
}
