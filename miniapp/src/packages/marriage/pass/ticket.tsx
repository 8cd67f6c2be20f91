import type { BookingView, PassView } from '@jinmen/shared/bookings/views';
import { monthDayWords, weekdayWords } from '@jinmen/shared/kernel/day-words';
import { Image, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { passWords } from '../../../copy/marriage-pass';
import { putInCalendar } from '../../../platform/calendar';
import { timeInWords, today } from '../../../platform/clock';
import { openPage, type PageName } from '../../../platform/navigate';
import { hostDrawsBack } from '../../../platform/page-chrome';
import { aria } from '../../../ui/aria';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line, Title } from '../../../ui/words';
import { hoursOf, isForTwo, isPlain, kindTitle } from '../booking-words';
import { calendarEntryOf, greetingOf } from './pass-view';
import { People } from './people';
import { qrPicture } from './qr';

const { pass: words } = passWords;

/** What is held up at the window, and what goes with it. */
export function Ticket({ booking, pass }: { booking: BookingView; pass: PassView }) {
  return (
    <>
      <View className={isPlain(booking) ? 'pass-plain' : 'pass-red'}>
        <Title className="pass-greeting">{greetingOf(booking, today())}</Title>
        {isForTwo(booking) && <View className="pass-lead">{words.bringLine}</View>}
        <Code booking={booking} pass={pass} />
        <People booking={booking.id} parties={pass.parties} />
      </View>
      {booking.change && <OtherTime booking={booking.id} yours={booking.change.yours} />}
      <Card id="pass-bring" title={words.bring} className="booking-lines">
        {pass.bring.map((line) => (
          <Line key={line}>{line}</Line>
        ))}
      </Card>
      <IntoCalendar booking={booking} />
      {booking.acts.some((act) => act === 'reschedule' || act === 'cancel') && (
        <Button
          id="pass-change"
          kind="second"
          text={words.change}
          onPress={() => openPage('marriageChange', { id: booking.id })}
        />
      )}
      <Button id="pass-guide" kind="quiet" text={words.guide} onPress={() => openPage(guideFor(booking))} />
    </>
  );
}

/** Another time that waits for a yes: whoever came straight to the pass hears of it here. */
function OtherTime({ booking, yours }: { booking: string; yours: boolean }) {
  return (
    <Card id="pass-other-time" tone="soft">
      <Line>{yours ? words.otherTime.yours : words.otherTime.theirs}</Line>
      <Button
        id="see-other-time"
        className="card-action"
        text={words.otherTime.go}
        onPress={() => openPage('marriageChange', { id: booking })}
      />
    </Card>
  );
}

/** What is sad has a page of its own. */
function guideFor({ kind }: BookingView): PageName {
  if (kind === 'counselling') return 'counselling';
  return kind.startsWith('divorce') ? 'marriageDivorce' : 'marriageGuide';
}

function Code({ booking, pass }: { booking: BookingView; pass: PassView }) {
  const picture = useMemo(() => qrPicture(pass.token), [pass.token]);
  const { window, site } = pass;
  return (
    <Card id="pass-ticket" className="pass-ticket">
      <View className="pass-date">{`${monthDayWords(window.day)} ${timeInWords(window.startsAt)}`}</View>
      <View className="pass-hours">{`${weekdayWords(window.day)} ${hoursOf(window)}`}</View>
      <Line>{site.name}</Line>
      <Line tone="quiet">{site.address ?? passWords.address.unknown}</Line>
      <View className="pass-qr" {...aria({ role: 'img', label: words.qr })}>
        <View {...aria({ hidden: true })}>
          <Image className="pass-qr-picture" src={picture} mode="scaleToFill" />
        </View>
      </View>
      <Line tone="quiet">{words.scan}</Line>
      <ReadOut pass={pass} />
      <Line tone="fine">{kindTitle(booking)}</Line>
      {window.expected && <Line tone="fine">{passWords.expected}</Line>}
      {window.sample && <Line tone="fine">{passWords.sample}</Line>}
    </Card>
  );
}

/** Where no desk has the key, the number stands for itself. */
function ReadOut({ pass: { number, code } }: { pass: PassView }) {
  return (
    <>
      <View className="pass-code-label">{code === number ? words.readNumber : words.readOut}</View>
      <View id="pass-number" className="pass-code">
        {number}
      </View>
      {code !== number && (
        <View id="pass-code" className="pass-code">
          {code}
        </View>
      )}
    </>
  );
}

function IntoCalendar({ booking }: { booking: BookingView }) {
  const [said, setSaid] = useState<string>();
  const put = async () => {
    const came = await putInCalendar(calendarEntryOf(booking));
    if (came === 'done') setSaid(hostDrawsBack ? words.calendarDone.wechat : words.calendarDone.browser);
    else setSaid(came === 'refused' ? words.calendarRefused : undefined);
  };
  return (
    <>
      <Button id="pass-calendar" text={words.calendar} onPress={() => void put()} />
      {said !== undefined && <Notice className="calendar-said">{said}</Notice>}
    </>
  );
}
