import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationForm } from '@jinmen/shared/applications/form';
import type { SubjectView } from '@jinmen/shared/applications/subject';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { formWords } from '../../../copy/apply';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { useSession } from '../session';
import { changeFields } from './draft-session';
import { prefillFrom, questionsIn } from './prefill';

const { prefill: words } = formWords;

/** The wizard asked whoever holds this phone about their own household. */
export function isOfThisHousehold(subject: SubjectView | undefined): boolean {
  if (subject === undefined || subject.kind === 'self') return true;
  return subject.kind === 'ward' && subject.livesTogether === true;
}

/** Offers to put the wizard's answers into the form: they leave this phone only at that press. */
export function PrefillCard({ form, values }: { form: ApplicationForm; values: FieldValues }) {
  const answers = useSession((session) => session.interview.facts);
  const [outcome, setOutcome] = useState<number | 'no'>();
  const filled = prefillFrom(form, values, answers);
  const count = questionsIn(form, filled);
  if (typeof outcome === 'number') return <Notice className="prefill-done">{words.done(outcome)}</Notice>;
  if (count === 0 || outcome === 'no') return null;
  const fill = () => {
    changeFields(filled);
    setOutcome(count);
  };
  return (
    <Card id="prefill" title={words.title} tone="soft">
      <Line>{words.line(count)}</Line>
      <View className="stack form-actions">
        <Button id="prefill-yes" text={words.yes} kind="second" onPress={fill} />
        <Button id="prefill-no" text={words.no} kind="quiet" onPress={() => setOutcome('no')} />
      </View>
    </Card>
  );
}
