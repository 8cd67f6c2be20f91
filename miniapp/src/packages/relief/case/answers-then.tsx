import { formOf } from '@jinmen/shared/applications/form';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { useState } from 'react';
import { caseWords } from '../../../copy/case';
import { dayOf, today } from '../../../platform/clock';
import { Button } from '../../../ui/button';
import { AnswersIn } from '../apply/answers-in';

const { answers: words } = caseWords;

/** What was handed in, to look at: nothing of it can be changed any more. */
export function AnswersThen({ view }: { view: ApplicationView }) {
  const [open, setOpen] = useState(false);
  const { programmes, fields, submittedAt, state } = view;
  if (state === 'draft') return null;
  const day = submittedAt === undefined ? today() : dayOf(Date.parse(submittedAt));
  return (
    <>
      <Button
        id="answers-then"
        kind="quiet"
        text={open ? words.hide : words.show}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && <AnswersIn form={formOf(programmes, fields, day)} programmes={programmes} values={fields} />}
    </>
  );
}
