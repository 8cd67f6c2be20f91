import { MOST_WAITING_DAYS, MOST_WAITING_SITES } from '@jinmen/shared/bookings/views';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { MarriageKind } from '@jinmen/shared/services/marriage-registration/kinds';
import { useState } from 'react';
import { waitingWords } from '../../../copy/marriage-waiting';
import { today } from '../../../platform/clock';
import { TroubleCard } from '../../../shell/trouble-card';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceList } from '../../../ui/choice-list';
import { Notice } from '../../../ui/notice';
import { Skeleton } from '../../../ui/skeleton';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';
import { MARRIAGE, useDays, useSites } from '../api';
import { isAskedFor } from '../both-mainland';
import { dayChoices, daysAround, ticked } from './day-choices';
import type { Waitlist } from './use-waitlist';

const { join: words } = waitingWords;
const LONGEST_PHONE = 20;

interface JoinFormProps {
  readonly kind: MarriageKind;
  readonly site: string;
  readonly day: CivilDate;
  readonly list: Waitlist;
}

/** The full day they came from is chosen already; others around it and other sites are a tap away. */
export function JoinForm({ kind, site, day, list }: JoinFormProps) {
  const [days, setDays] = useState<readonly string[]>([day]);
  const [sites, setSites] = useState<readonly string[]>([site]);
  const [phone, setPhone] = useState('');
  const [missing, setMissing] = useState(false);
  const { working, said } = list.doing;
  const send = () => {
    const empty = days.length === 0 || sites.length === 0;
    setMissing(empty);
    const typed = phone.trim();
    const told = {
      ...(typed !== '' && { phone: typed }),
      ...(isAskedFor({ kind }) && { details: { bothMainland: true } }),
    };
    if (!empty) void list.join({ service: MARRIAGE, kind, sites, days, ...told });
  };
  return (
    <Card id="join" title={words.title} className="waiting-lines">
      <Days
        kind={kind}
        site={site}
        day={day}
        chosen={days}
        onChoose={(value) => setDays(ticked(days, value, MOST_WAITING_DAYS))}
      />
      {days.length === MOST_WAITING_DAYS && <Line tone="fine">{words.most(MOST_WAITING_DAYS)}</Line>}
      <Sites
        kind={kind}
        site={site}
        chosen={sites}
        onChoose={(value) => setSites(ticked(sites, value, MOST_WAITING_SITES))}
      />
      <Line>{words.phone}</Line>
      <TextField
        id="waiting-phone"
        label={words.phone}
        initialText=""
        keyboard="tel"
        longest={LONGEST_PHONE}
        onType={setPhone}
        onLeave={() => undefined}
      />
      <Line tone="quiet">{words.phoneLine}</Line>
      {missing && <Notice tone="warn">{words.none}</Notice>}
      {said !== undefined && <Notice className="waiting-said">{said}</Notice>}
      <Button id="join-send" className="card-action" text={working ? words.sending : words.send} onPress={send} />
    </Card>
  );
}

interface ChoiceProps {
  readonly kind: MarriageKind;
  readonly site: string;
  readonly chosen: readonly string[];
  readonly onChoose: (value: string) => void;
}

function Days({ kind, site, day, chosen, onChoose }: ChoiceProps & { readonly day: CivilDate }) {
  const { data, trouble, again } = useDays({ kind, site }, daysAround(day, today()));
  if (data === undefined)
    return trouble ? (
      <TroubleCard trouble={trouble} onAgain={() => void again()} />
    ) : (
      <Skeleton words={waitingWords.loading} />
    );
  const choices = dayChoices(data);
  if (choices.length === 0) return <Line>{words.noDays}</Line>;
  return (
    <>
      <Line tone="quiet">{words.days}</Line>
      <ChoiceList label={words.days} pick="many" choices={choices} chosen={chosen} onChoose={onChoose} />
    </>
  );
}

function Sites({ kind, site, chosen, onChoose }: ChoiceProps) {
  const [all, setAll] = useState(false);
  const { data = [] } = useSites(kind);
  const shown = data.filter(({ id }) => all || id === site || chosen.includes(id));
  const choices = shown.map(({ id, name, districtName }) => ({
    value: id,
    label: name,
    ...(districtName !== undefined && { line: districtName }),
  }));
  if (data.length === 0) return null;
  return (
    <>
      <Line tone="quiet">{words.sites}</Line>
      <ChoiceList label={words.sites} pick="many" choices={choices} chosen={chosen} onChoose={onChoose} />
      <Button
        id="more-sites"
        kind="quiet"
        expanded={all}
        text={all ? words.fewerSites : words.moreSites}
        onPress={() => setAll(!all)}
      />
    </>
  );
}
