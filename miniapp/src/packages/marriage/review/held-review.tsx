import { phoneProblem } from '@jinmen/shared/applications/check-field';
import type { BookingView } from '@jinmen/shared/bookings/views';
import { bringOf } from '@jinmen/shared/services/marriage-registration/bring';
import { isMarriageKind } from '@jinmen/shared/services/marriage-registration/kinds';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { passWords } from '../../../copy/marriage-pass';
import { timeOfDay } from '../../../platform/clock';
import { openPage } from '../../../platform/navigate';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { SwitchRow } from '../../../ui/switch-row';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';
import { Parties, WhenAndWhere } from '../booking-gist';
import { isForTwo, kindTitle } from '../booking-words';
import { HoldClock } from '../hold-clock';
import { useConfirm } from './use-confirm';

const { review: words } = passWords;

const LONGEST_PHONE = 30;

interface HeldReviewProps {
  readonly booking: BookingView;
  readonly look: () => Promise<void>;
}

export function HeldReview({ booking, look }: HeldReviewProps) {
  const { doing, said, lapsed, renew, confirm } = useConfirm(booking, look);
  const [over, setOver] = useState(false);
  const [phone, setPhone] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [ceremony, setCeremony] = useState(booking.details.ceremony === true);
  const two = isForTwo(booking);
  const yes = () => {
    const typed = phone.trim();
    const problem = typed === '' ? undefined : phoneProblem(typed)?.message;
    setWrong(problem);
    if (problem === undefined) confirm({ phone: typed, ceremony });
  };
  if (lapsed || over) return <Lapsed booking={booking} />;
  return (
    <>
      <Kept booking={booking} working={doing === 'renewal'} onRenew={renew} onOver={() => setOver(true)} />
      <Card id="review-what" title={words.what} className="booking-lines">
        <Line>{kindTitle(booking)}</Line>
        <WhenAndWhere window={booking.window} site={booking.site} />
      </Card>
      <Card id="review-who" title={words.who}>
        <Parties parties={booking.parties} said={false} />
        {two && <Line>{words.both}</Line>}
        {two && <Line tone="quiet">{words.partnerNext}</Line>}
      </Card>
      <Bring kind={booking.kind} />
      {booking.kind === 'marriage' && <Ceremony on={ceremony} onToggle={() => setCeremony(!ceremony)} />}
      <Card id="review-phone" title={words.phone.label}>
        <Line tone="quiet">{words.phone.line}</Line>
        <TextField
          id="phone"
          label={words.phone.label}
          initialText=""
          keyboard="tel"
          longest={LONGEST_PHONE}
          error={wrong}
          onType={setPhone}
          onLeave={() => setWrong(undefined)}
        />
        <FieldError text={wrong} />
      </Card>
      <Know booking={booking} />
      {said !== undefined && (
        <Notice tone="warn" className="review-said">
          {said}
        </Notice>
      )}
      <Button
        id="confirm"
        text={doing === 'confirmation' ? words.confirming : two ? words.confirm.two : words.confirm.one}
        onPress={yes}
      />
    </>
  );
}

interface KeptProps {
  readonly booking: BookingView;
  readonly working: boolean;
  readonly onRenew: () => void;
  readonly onOver: () => void;
}

/** Until when by the clock on the wall first, then how long that is: nobody is to hurry. */
function Kept({ booking, working, onRenew, onOver }: KeptProps) {
  const { holdUntil, acts } = booking;
  if (holdUntil === undefined) return null;
  return (
    <Notice className="review-kept">
      {words.kept(timeOfDay(Date.parse(holdUntil)))}
      <HoldClock until={holdUntil} onOver={onOver} />
      {acts.includes('renew') && (
        <Button id="renew" kind="quiet" text={working ? words.renewing : words.renew} onPress={onRenew} />
      )}
    </Notice>
  );
}

function Lapsed({ booking: { kind, site, window } }: { booking: BookingView }) {
  return (
    <Card id="lapsed">
      <Line>{words.lapsed}</Line>
      <Button
        id="again"
        className="card-action"
        text={words.again}
        onPress={() => openPage('marriageSlots', { kind, site: site.id, day: window.day })}
      />
    </Card>
  );
}

function Bring({ kind }: Pick<BookingView, 'kind'>) {
  if (!isMarriageKind(kind)) return null;
  return (
    <Card id="review-bring" title={words.bring} className="booking-lines">
      {bringOf[kind].map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </Card>
  );
}

/** A wish, not a booking: the registry says on the day (津溢幸福, policy-facts C). Counselling is offered beside it. */
function Ceremony({ on, onToggle }: { on: boolean; onToggle: () => void }) {
  return (
    <Card id="review-ceremony">
      <SwitchRow id="ceremony" text={words.ceremony.title} on={on} onToggle={onToggle} />
      <Line tone="quiet">{words.ceremony.line}</Line>
      <View className="card-apart">
        <Line tone="quiet">{words.counselling}</Line>
        <Button id="to-counselling" kind="quiet" text={words.counsellingGo} onPress={() => openPage('counselling')} />
      </View>
    </Card>
  );
}

function Know({ booking }: Pick<HeldReviewProps, 'booking'>) {
  const lines = [
    ...(booking.kind === 'marriage' ? [words.onTheDay] : []),
    ...(isForTwo(booking) ? [] : [words.oneRule]),
    isForTwo(booking) ? words.toRegistry.two : words.toRegistry.one,
    ...words.rules,
  ];
  return (
    <Card id="review-know" title={words.know} className="booking-lines">
      {lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </Card>
  );
}
