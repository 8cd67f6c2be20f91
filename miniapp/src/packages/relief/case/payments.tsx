import { monthOf, type PaymentsView, rateIn } from '@jinmen/shared/applications/payments';
import { TAPERING } from '@jinmen/shared/applications/recheck';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { monthWords } from '@jinmen/shared/kernel/day-words';
import { yuan } from '@jinmen/shared/kernel/money';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { paymentWords as words } from '../../../copy/money';
import { dayInWords, today } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { titleOf } from '../programme-title';
import { sourceInWords } from '../verdict-view';
import { itemsOf } from './case-view';

/** What is paid, programme by programme: the plan, the payments, what changed and why, and the next look again. */
export function Payments({ view }: { view: Pick<ApplicationView, 'cases'> }) {
  return (
    <>
      {itemsOf(view).map(({ programme, payments }) =>
        payments === undefined ? null : <Paid key={programme} programme={programme} payments={payments} />,
      )}
    </>
  );
}

function Paid({ programme, payments }: { programme: string; payments: PaymentsView }) {
  const [open, setOpen] = useState(false);
  const { paid, sumFen, stopped, recheck } = payments;
  const shown = open ? paid : paid.slice(0, 1);
  return (
    <Card id={`payments-${programme}`} title={words.title(titleOf(programme))}>
      {planLines(payments).map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      {payments.plan?.tapering && (
        <Line tone="fine">{words.taperingSource(TAPERING.mostMonths, sourceInWords(TAPERING.source))}</Line>
      )}
      {stopped && (
        <Notice tone="warn" className="payments-stopped">
          {words.stopped(monthWords(stopped.from))}
        </Notice>
      )}
      {stopped &&
        [words.why(stopped.why), words.ground(stopped.ground), words.disagree].map((line) => (
          <Line key={line} tone="quiet">
            {line}
          </Line>
        ))}
      {paid.length === 0 && !stopped && <Line tone="quiet">{words.waiting}</Line>}
      {shown.map(({ month, fen, on, extra, at }) => (
        <View key={`${month}${at}`} className="payment">
          <Line className="payment-line">{words.paid(monthWords(month), yuan(fen))}</Line>
          <Line tone="quiet">{[words.paidOn(dayInWords(on)), ...(extra ? [words.extra(extra)] : [])].join('，')}</Line>
        </View>
      ))}
      {paid.length > 1 && (
        <View>
          <Line tone="quiet">{words.sum(yuan(sumFen), paid.length)}</Line>
          <Button kind="quiet" text={open ? words.fewer : words.all} expanded={open} onPress={() => setOpen(!open)} />
        </View>
      )}
      {recheck && !stopped && <Line tone="quiet">{words.recheck(dayInWords(recheck.on))}</Line>}
      {recheck?.often && !stopped && (
        <Line tone="fine">{words.often(recheck.often.clock, sourceInWords(recheck.often.source))}</Line>
      )}
    </Card>
  );
}

/** What holds now, and what is announced for later. */
function planLines(payments: PaymentsView): readonly string[] {
  const { plan, changes, stopped } = payments;
  const now = monthOf(today());
  const rate = rateIn(payments, plan && plan.from > now ? plan.from : now);
  if (plan === undefined || rate === undefined) return [];
  const sum = yuan(rate.fen);
  const ahead = changes.filter(({ from }) => from > now && (stopped === undefined || from < stopped.from));
  return [
    plan.per === 'once' ? words.plannedOnce(sum) : words.planned(sum, monthWords(rate.from)),
    ...(plan.until ? [words.until(monthWords(plan.until))] : []),
    ...(plan.tapering ? [words.tapering] : []),
    ...ahead.flatMap(({ from, fen: next, why }) => [words.changed(monthWords(from), yuan(next)), words.why(why)]),
  ];
}
