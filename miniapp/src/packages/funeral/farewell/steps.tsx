import type { FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { farewellWords as words } from '../../../copy/funeral-farewell';
import { shanghaiTime } from '../../../platform/clock';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

/** What happened so far, the newest first. */
export function Steps({ view: { steps } }: { view: FarewellView }) {
  if (steps.length === 0) return null;
  const newest = [...steps].sort((one, other) => other.at.localeCompare(one.at));
  return (
    <Card id="steps" title={words.steps} className="said-lines">
      {newest.map(({ at, words: said }) => (
        <Line key={`${at}-${said}`}>{`${shanghaiTime(Date.parse(at))}，${said}`}</Line>
      ))}
    </Card>
  );
}
