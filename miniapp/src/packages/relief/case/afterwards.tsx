import type { FollowUpAnswer, Score } from '@jinmen/shared/applications/feedback';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { complaintWords } from '../../../copy/complaints';
import { changeWords, followUpWords, ratingWords } from '../../../copy/money';
import { openPage, signInThen } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import { mayAskHowItWent, useBereavement } from '../../../state/bereavement';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Line } from '../../../ui/words';
import { lookAgain } from './case-session';
import { itemsOf } from './case-view';

const SCORES: readonly Score[] = [5, 4, 3, 2, 1];
const ANSWERS: readonly FollowUpAnswer[] = ['better', 'same', 'worse'];

/** Telling the office of a change, two questions that may each be left out, and where to say what went wrong. */
export function Afterwards({ view }: { view: ApplicationView }) {
  return (
    <>
      <FollowUpCard view={view} />
      <RatingCard view={view} />
      {hears(view) && (
        <Button
          id="report-change"
          kind="second"
          text={changeWords.open}
          onPress={() => openPage('reportChange', { id: view.id })}
        />
      )}
      {view.state !== 'draft' && (
        <Button
          id="complain"
          kind="quiet"
          text={complaintWords.fromCase}
          onPress={() => openPage('complaints', { application: view.id })}
        />
      )}
    </>
  );
}

function RatingCard({ view: { id, rating } }: { view: ApplicationView }) {
  const mayAsk = useBereavement(mayAskHowItWent);
  const { said, send } = useOnce(`rating-${id}`, `/relief/applications/${encodeURIComponent(id)}/rating`);
  if (said !== undefined) return <Notice className="rating-said">{said}</Notice>;
  if (rating?.state !== 'offered' || !mayAsk) return null;
  return (
    <Card id="rating" title={ratingWords.title}>
      <Line tone="quiet">{ratingWords.lead}</Line>
      <View className="stack case-actions">
        {SCORES.map((score) => (
          <Button
            key={score}
            id={`rate-${score}`}
            kind="second"
            text={ratingWords.scores[score]}
            onPress={() => void send({ score }, ratingWords.thanks)}
          />
        ))}
        <Button id="rate-skip" kind="quiet" text={ratingWords.skip} onPress={() => void send({ skipped: true })} />
      </View>
    </Card>
  );
}

function FollowUpCard({ view: { id, followUp } }: { view: ApplicationView }) {
  const { said, send } = useOnce(`follow-up-${id}`, `/relief/applications/${encodeURIComponent(id)}/follow-up`);
  if (said !== undefined) return <Notice className="follow-up-said">{said}</Notice>;
  if (followUp?.state !== 'asked') return null;
  const after = (answer: FollowUpAnswer) => (answer === 'worse' ? followUpWords.worse : followUpWords.thanks);
  return (
    <Card id="follow-up" title={followUpWords.title}>
      <Line tone="quiet">{followUpWords.lead}</Line>
      <View className="stack case-actions">
        {ANSWERS.map((answer) => (
          <Button
            key={answer}
            id={`follow-up-${answer}`}
            kind="second"
            text={followUpWords.answers[answer]}
            onPress={() => void send({ answer }, after(answer))}
          />
        ))}
        <Button
          id="follow-up-skip"
          kind="quiet"
          text={followUpWords.skip}
          onPress={() => void send({ skipped: true })}
        />
      </View>
    </Card>
  );
}

/** Says one thing once, and what came of it. */
function useOnce(name: string, path: string) {
  const [said, setSaid] = useState<string>();
  const busy = useRef(false);
  const send = async (body: object, thanks?: string) => {
    if (busy.current) return;
    busy.current = true;
    const sent = await sendOnce<object>({ name, path, body });
    if (sent.kind === 'sent') setSaid(thanks);
    else if (sent.kind === 'kept') setSaid(ratingWords.kept);
    else if (sent.kind === 'problem') setSaid(sent.words);
    else signInThen();
    if (sent.kind === 'sent') await lookAgain();
    busy.current = false;
  };
  return { said, send };
}

/** Somebody has something of it in hand, or has granted it. */
function hears(view: ApplicationView): boolean {
  return itemsOf(view).some(({ state }) => state === 'in-hand' || state === 'approved');
}
