import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationForm, FormSection } from '@jinmen/shared/applications/form';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { formWords } from '../../../copy/apply';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Line } from '../../../ui/words';
import { type Control, controlInWords, controlsOf, isUnsure } from './form-view';
import './apply.scss';

interface AnswersInProps {
  readonly form: ApplicationForm;
  readonly programmes: readonly string[];
  readonly values: FieldValues;
  /** Where the form can still be changed: to the part with this field. */
  readonly onChange?: (field: string) => void;
}

/** The form read back, part by part. */
export function AnswersIn({ form, programmes, values, onChange }: AnswersInProps) {
  return (
    <View className="stack">
      {form.sections.map((section) => (
        <Card key={section.code} id={`answers-${section.code}`} title={section.title}>
          <Answers section={section} controls={controlsOf(section, programmes)} values={values} />
          {onChange && <ChangeSection section={section} onChange={onChange} />}
        </Card>
      ))}
    </View>
  );
}

interface AnswersProps {
  readonly section: FormSection;
  readonly controls: readonly Control[];
  readonly values: FieldValues;
}

/** What was told first; what the resident left to the street is one line, opened by whoever wants to see it. */
function Answers({ section, controls, values }: AnswersProps) {
  const [open, setOpen] = useState(false);
  const unsure = controls.filter((control) => isUnsure(control, values));
  const shown = open ? controls : controls.filter((control) => !unsure.includes(control));
  return (
    <View>
      {shown.map((control) => (
        <View key={control.id} className="review-answer">
          <Line tone="quiet">{control.question?.short ?? control.title}</Line>
          <Line className="review-value">{controlInWords(control, values) || formWords.notFilled}</Line>
        </View>
      ))}
      {unsure.length > 0 && (
        <Button
          kind="quiet"
          id={`unsure-${section.code}`}
          text={open ? formWords.unsure.hide : formWords.unsure.show(unsure.length)}
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      )}
    </View>
  );
}

function ChangeSection({ section, onChange }: { section: FormSection; onChange: (field: string) => void }) {
  const [first] = section.fields;
  if (first === undefined) return null;
  return (
    <Button
      kind="quiet"
      id={`change-${section.code}`}
      text={formWords.change}
      label={formWords.changeNamed(section.title)}
      onPress={() => onChange(first.name)}
    />
  );
}
