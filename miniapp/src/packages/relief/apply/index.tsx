import type { FieldValues } from '@jinmen/shared/applications/field';
import { formOf } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { formWords } from '../../../copy/apply';
import { reviewWords } from '../../../copy/submit';
import { today } from '../../../platform/clock';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { scrollToTop } from '../../../platform/page-chrome';
import { BridgeProgress } from '../../../ui/bridge-progress';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Heading, Line, Title } from '../../../ui/words';
import { titleOf } from '../programme-title';
import { restoreInterview } from '../session';
import { linesByStreet } from '../which-street';
import { ClashCard } from './clash-card';
import { DraftScreen } from './draft-screen';
import { useDraft } from './draft-session';
import { FieldControl } from './field-control';
import { gapsOf, type Part, partOf, partsOf } from './form-view';
import { isOfThisHousehold, PrefillCard } from './prefill-card';
import { SaveLine } from './save-line';
import { shownFields } from './unsent';
import './apply.scss';

/** One form for all the programmes, a part at a time. `field` in the address: the resident was sent to this one. */
export default function ApplyPage() {
  const wanted = usePageParameter('field');
  usePageShown(restoreInterview);
  return <DraftScreen title={formWords.title}>{(server) => <Form server={server} wanted={wanted} />}</DraftScreen>;
}

function Form({ server, wanted }: { server: ApplicationView; wanted: string | undefined }) {
  const { unsent, problems } = useDraft();
  const { id, programmes } = server;
  const values = shownFields(server, unsent);
  const form = formOf(programmes, values, today());
  const parts = partsOf(form, programmes);
  const open = gapsOf(form, programmes, values, { ...unsent, problems }).map(({ field }) => partOf(parts, field));
  // Where the resident was sent, else the first part that is not done.
  const [chosen, setChosen] = useState(() => (wanted === undefined ? (open[0] ?? 0) : partOf(parts, wanted)));
  const at = Math.min(chosen, parts.length - 1);
  const part = parts[at];
  if (part === undefined) return null;
  const goTo = (next: number) => {
    setChosen(next);
    scrollToTop();
  };
  return (
    <View>
      <Title>{formWords.heading(programmes.length - server.atTheStreet.length, server.atTheStreet.length)}</Title>
      <Line tone="quiet">{formWords.for(programmes.map(titleOf))}</Line>
      <View className="stack form-actions">
        <BridgeProgress
          done={parts.filter((_, index) => !open.includes(index)).length}
          most={parts.length}
          words={formWords.sections(at + 1, parts.length)}
        />
        {linesByStreet(server.atTheStreet, {
          home: reviewWords.where.atStreet,
          ofDeceased: reviewWords.where.atStreetOfDeceased,
        }).map((line) => (
          <Notice key={line} className="at-the-street">
            {line}
          </Notice>
        ))}
        <SaveLine />
        <ClashCard form={form} server={server} unsent={unsent} />
        {isOfThisHousehold(server.subject) && <PrefillCard form={form} values={values} />}
      </View>
      <PartOnScreen part={part} application={id} values={values} wanted={wanted} />
      <Steps id={id} at={at} last={parts.length - 1} onGo={goTo} />
    </View>
  );
}

interface PartProps {
  readonly part: Part;
  readonly application: string;
  readonly values: FieldValues;
  readonly wanted: string | undefined;
}

function PartOnScreen({ part: { section, controls }, application, values, wanted }: PartProps) {
  return (
    <>
      <Heading>{section.title}</Heading>
      <Line tone="quiet">{section.help}</Line>
      <View className="form-section form-actions">
        {controls.map((control) => (
          <FieldControl
            key={`${section.code}-${control.id}`}
            application={application}
            control={control}
            values={values}
            wanted={control.fields.some(({ name }) => name === wanted)}
          />
        ))}
      </View>
    </>
  );
}

interface StepsProps {
  readonly id: string;
  readonly at: number;
  readonly last: number;
  readonly onGo: (at: number) => void;
}

function Steps({ id, at, last, onGo }: StepsProps) {
  return (
    <View className="stack form-actions">
      {at < last && <Button id="next-part" text={formWords.next} onPress={() => onGo(at + 1)} />}
      {at > 0 && <Button id="previous-part" kind="second" text={formWords.previous} onPress={() => onGo(at - 1)} />}
      <Button
        id="review"
        kind={at < last ? 'quiet' : 'primary'}
        text={formWords.review}
        onPress={() => openPage('applyReview', { id })}
      />
      <Line tone="fine">{formWords.private}</Line>
    </View>
  );
}
