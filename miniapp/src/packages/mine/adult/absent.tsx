import type { AdultView } from '@jinmen/shared/applications/adults';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { adultWords } from '../../../copy/adults';
import { TroubleCard } from '../../../shell/trouble-card';
import { authorisationsOf, type Signed, usePosting } from '../../../state/signing';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { FieldError } from '../../../ui/field-error';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { Line } from '../../../ui/words';

const { absent: words, working: wait, saved } = adultWords.adult;
const LONGEST_REASON = 200;
const WAYS = ['unreachable', 'will-not-sign'] as const;

interface AbsentProps {
  readonly id: string;
  readonly adult: AdultView;
  readonly onView: (view: Signed) => void;
}

/** A reason for staff, who decide (policy-facts J4); it stops nothing. */
export function Absent({ id, adult: { member, state }, onView }: AbsentProps) {
  const { working, trouble, post } = usePosting<Signed>();
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const say = async (way: (typeof WAYS)[number]) => {
    setEmpty(reason.trim() === '');
    if (reason.trim() === '') return;
    const view = await post({ path: authorisationsOf(id), body: { member, way, reason: reason.trim() } });
    if (view) onView(view);
  };
  return (
    <Card id="absent" title={words.title}>
      <Line>{words.line}</Line>
      <Line tone="quiet" className="card-apart">
        {words.reason}
      </Line>
      <TextField
        id="reason"
        label={words.reason}
        initialText=""
        long
        longest={LONGEST_REASON}
        error={empty ? words.empty : undefined}
        onType={setReason}
        onLeave={() => undefined}
      />
      <FieldError text={empty ? words.empty : undefined} />
      {trouble && <TroubleCard trouble={trouble} />}
      {WAYS.includes(state as (typeof WAYS)[number]) && <Notice className="adult-saved">{saved}</Notice>}
      <View className="stack card-action">
        {WAYS.map((way) => (
          <Button
            key={way}
            id={`say-${way}`}
            kind="second"
            text={working ? wait : words[way]}
            onPress={() => void say(way)}
          />
        ))}
      </View>
    </Card>
  );
}
