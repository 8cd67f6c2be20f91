import { addPeriod, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { yuan } from '@jinmen/shared/kernel/money';
import { type ClaimClock, claimClocks, periodInWords } from '@jinmen/shared/services/sea-scattering/first-steps';
import { standardsInForce } from '@jinmen/shared/standards/in-force';
import { View } from '@tarojs/components';
import { claimWords as words } from '../../copy/funeral-start';
import { dayInWords, today } from '../../platform/clock';
import { openPage } from '../../platform/navigate';
import { useStandards } from '../../state/standards';
import { Button } from '../../ui/button';
import { Line } from '../../ui/words';
import { SourcedLines } from './sourced-lines';
import './start.scss';

/**
 * What may be claimed after a cremation and until which day, with what is open about it: when the sixty days end, and
 * whether the one may be had beside the other, nobody has published (J19). A day, never a number of days left.
 */
export function ClaimClocks({ cremated }: { cremated: CivilDate | undefined }) {
  return (
    <>
      {claimClocks.map((clock) => (
        <OneClock key={clock.programme} clock={clock} cremated={cremated} />
      ))}
      <Button id="claims" text={words.go} kind="second" onPress={() => openPage('wizard', { door: 'farewell' })} />
    </>
  );
}

function OneClock({ clock, cremated }: { clock: ClaimClock; cremated: CivilDate | undefined }) {
  const rows = useStandards(({ rows: all }) => all);
  const inForce = standardsInForce(rows, today());
  const last = cremated && addPeriod(cremated, clock.period);
  return (
    <View className="claim" id={`claim-${clock.programme}`}>
      <View className="claim-title">{clock.title}</View>
      {clock.pays.map((paid, index) => {
        const row = inForce.find(({ key }) => key === paid);
        const sum = row && yuan(row.value);
        if (!sum) return null;
        return (
          <Line key={paid}>{index === 0 ? words.pays(sum) : words.paysUpTo(periodInWords(clock.period), sum)}</Line>
        );
      })}
      {!last && clock.within !== undefined && <Line>{clock.within}</Line>}
      {last && <Line>{clock.until(dayInWords(last))}</Line>}
      {last && last < today() && <Line>{clock.past ?? words.past}</Line>}
      <SourcedLines lines={clock.open} />
    </View>
  );
}
