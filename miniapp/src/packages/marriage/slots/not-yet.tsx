import { marriage } from '../../../copy/marriage';
import { shanghaiTime, timeOfDay } from '../../../platform/clock';
import { openPage, signInThen } from '../../../platform/navigate';
import { serverAheadMs, serverNowMs } from '../../../platform/server-clock';
import { useSession } from '../../../state/session';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';

const { slots: words } = marriage;

/** Less than this nobody sees on a clock. */
const WORTH_SAYING_MS = 60_000;

/** When the times of this day are released, and what is better done before. */
export function NotYet({ opensAt }: { opensAt: string }) {
  return (
    <Card id="not-yet">
      <Line>{words.notYetDay(shanghaiTime(Date.parse(opensAt)))}</Line>
      <Line tone="quiet">{words.notYetNext}</Line>
      {Math.abs(serverAheadMs()) >= WORTH_SAYING_MS && (
        <Line tone="quiet">{words.ourClock(timeOfDay(serverNowMs()))}</Line>
      )}
      <Before />
    </Card>
  );
}

/** Who they are is asked when a time is kept; at that moment it would cost them the time. */
function Before() {
  const { status, me } = useSession();
  if (status === 'signed-out') {
    return (
      <Button
        id="sign-in-before"
        kind="second"
        className="card-action"
        text={words.signInBefore}
        onPress={() => signInThen()}
      />
    );
  }
  if (me === undefined || me.realName !== undefined) return null;
  return (
    <Button
      id="name-before"
      kind="second"
      className="card-action"
      text={words.nameBefore}
      onPress={() => openPage('realName')}
    />
  );
}
