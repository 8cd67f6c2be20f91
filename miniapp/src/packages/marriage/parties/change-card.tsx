import type { BookingChangeView, BookingView } from '@jinmen/shared/bookings/views';
import { partiesWords } from '../../../copy/marriage-parties';
import { askToConfirm } from '../../../platform/ask';
import { shanghaiTime } from '../../../platform/clock';
import { TroubleCard } from '../../../shell/trouble-card';
import { usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { whenOf } from '../booking-words';

const { change: words } = partiesWords;
const { displaced } = words;

interface ChangeCardProps {
  readonly booking: BookingView;
  readonly change: BookingChangeView;
  readonly onBooking: (booking: BookingView) => void;
}

/** Another time that waits for a yes. Whoever does not want it does nothing: all stays as it is. */
export function ChangeCard({ booking: { id, acts, state }, change, onBooking }: ChangeCardProps) {
  const said = state === 'displaced' ? displaced : words;
  const { working, trouble, post } = usePosting<BookingView>();
  const path = `/bookings/${encodeURIComponent(id)}`;
  const send = async (what: 'change-agreement' | 'change-withdrawal') => {
    const changed = await post({ path: `${path}/${what}`, body: {} });
    if (changed) onBooking(changed);
  };
  const withdraw = async () => {
    if (await askToConfirm(said.confirm)) await send('change-withdrawal');
  };
  const until = said.until(shanghaiTime(Date.parse(change.until)));
  return (
    <Card id="change" title={words.title}>
      <Line>{words.line(change.siteName, whenOf(change.window))}</Line>
      <Line className="card-apart">{change.yours ? said.yours : words.theirs}</Line>
      <Line tone="quiet" className="card-apart">
        {change.yours ? until : `${said.keeps}${until}`}
      </Line>
      {trouble && <TroubleCard trouble={trouble} />}
      {acts.includes('agree-change') && (
        <Button
          id="agree-change"
          className="card-action"
          text={working ? words.working : words.agree}
          onPress={() => void send('change-agreement')}
        />
      )}
      {acts.includes('withdraw-change') && (
        <Button
          id="withdraw-change"
          kind="second"
          className="card-action"
          text={working ? words.working : said.withdraw}
          onPress={() => void withdraw()}
        />
      )}
    </Card>
  );
}
