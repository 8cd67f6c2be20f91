import { formOf } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { formWords } from '../../../copy/apply';
import { today } from '../../../platform/clock';
import { usePageParameter, usePageShown } from '../../../platform/lifecycle';
import { openPage } from '../../../platform/navigate';
import { scrollToTop } from '../../../platform/page-chrome';
import { BridgeProgress } from '../../../ui/bridge-progress';
import { Button } from '../../../ui/button';
import { Heading, Line, Title } from '../../../ui/words';
import { titleOf } from '../programme-title';
import { restoreInterview } from '../session';
import { ClashCard } from './clash-card';
import { DraftScreen } from './draft-screen';
import { useDraft } from './draft-session';
import { FieldControl } from './field-control';
import { controlsOf, gapsOf, sectionOf } from './form-view';
import { PrefillCard } from './prefill-card';
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
  const [chosen, setChosen] = useState(() => firstPart(server));
  const at = Math.min(chosen, form.sections.length - 1);
  const section = form.sections[at];
  if (section === undefined) return null;
  const open = gapsOf(form, programmes, values, { ...unsent, problems }).map(({ field }) => sectionOf(form, field));
  const goTo = (next: number) => {
    setChosen(next);
    scrollToTop();
  };
  const last = at === form.sections.length - 1;

  /** Where the resident was sent, else the first part that is not done. */
  function firstPart({ fields, programmes: codes }: ApplicationView): number {
    const then = formOf(codes, { ...fields, ...values }, today());
    if (wanted !== undefined) return sectionOf(then, wanted);
    const [gap] = gapsOf(then, codes, values, { ...unsent, problems });
    return gap === undefined ? 0 : sectionOf(then, gap.field);
  }

  return (
    <View>
      <Title>{formWords.heading(programmes.length)}</Title>
      <Line tone="quiet">{formWords.for(programmes.map(titleOf))}</Line>
      <View className="stack form-actions">
        <BridgeProgress
          done={form.sections.filter((_, index) => !open.includes(index)).length}
          most={form.sections.length}
          words={formWords.sections(at + 1, form.sections.length)}
        />
        <SaveLine />
        <ClashCard form={form} server={server} unsent={unsent} />
        <PrefillCard form={form} values={values} />
      </View>
      <Heading>{section.title}</Heading>
      <Line tone="quiet">{section.help}</Line>
      <View className="form-section form-actions">
        {controlsOf(section, programmes).map((control) => (
          <FieldControl
            key={`${section.code}-${control.id}`}
            application={id}
            control={control}
            values={values}
            wanted={control.fields.some(({ name }) => name === wanted)}
          />
        ))}
      </View>
      <View className="stack form-actions">
        {!last && <Button id="next-part" text={formWords.next} onPress={() => goTo(at + 1)} />}
        <Button
          id="review"
          kind={last ? 'primary' : 'quiet'}
          text={formWords.review}
          onPress={() => openPage('applyReview', { id })}
        />
        {at > 0 && <Button id="previous-part" kind="second" text={formWords.previous} onPress={() => goTo(at - 1)} />}
        <Line tone="fine">{formWords.private}</Line>
      </View>
    </View>
  );
}
