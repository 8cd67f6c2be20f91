import type { FieldValues } from '@jinmen/shared/applications/field';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { formWords } from '../../../copy/apply';
import { aria } from '../../../ui/aria';
import { FieldError } from '../../../ui/field-error';
import { ListRow } from '../../../ui/list-row';
import { Line } from '../../../ui/words';
import { useDraft } from './draft-session';
import { FactControl } from './fact-control';
import { type Control, controlInWords, isAnswered } from './form-view';
import { HukouControl } from './hukou-control';
import { MembersControl } from './members-control';
import { StreetControl } from './street-control';
import { TextControl } from './text-control';

interface FieldControlProps {
  readonly application: string;
  readonly control: Control;
  readonly values: FieldValues;
  /** The resident was sent here to this one. */
  readonly wanted: boolean;
}

/**
 * One thing asked. A question of the wizard that was answered before this page came up is one row to look at, and opens
 * at a press; what is answered here stays open, so that nothing moves under the finger.
 */
export function FieldControl({ application, control, values, wanted }: FieldControlProps) {
  // a dot in an id is a class to a selector
  const name = control.id.replace('.', '-');
  const problem = useDraft(({ problems }) => control.fields.map(({ name }) => problems[name]).find(Boolean));
  const from = useFoundFrom(control);
  const half = useDraft(({ unsent }) => unsent.typed[control.id] !== undefined);
  const [folded, setFolded] = useState(
    control.question !== undefined && isAnswered(control, values) && !half && !wanted,
  );
  if (folded && problem === undefined) {
    return (
      <ListRow
        id={`row-${name}`}
        className="form-row"
        title={control.title}
        line={[controlInWords(control, values), from].filter(Boolean).join(' · ')}
        end={<View className="form-change">{formWords.change}</View>}
        endWords={formWords.change}
        onPress={() => setFolded(false)}
      />
    );
  }
  return (
    <View id={`control-${name}`} className={`form-control${wanted ? ' form-wanted' : ''}`}>
      <View className="form-label" {...aria({ role: 'heading', level: 3 })}>
        {control.title}
      </View>
      {(control.needed !== undefined || !control.required) && (
        <Line tone="fine">{[control.needed, !control.required && formWords.optional].filter(Boolean).join('，')}</Line>
      )}
      {from !== undefined && <Line tone="fine">{from}</Line>}
      {control.help !== undefined && <Line tone="quiet">{control.help}</Line>}
      <Field application={application} control={control} values={values} />
      <FieldError text={problem} />
    </View>
  );
}

/** Where a figure that stands here unchanged was found, in an application that began with an earlier one. */
function useFoundFrom({ fields }: Control): string | undefined {
  const office = useDraft(({ server, unsent }) =>
    fields.map(({ name }) => (unsent.edits[name] === undefined ? server?.found?.[name] : undefined)).find(Boolean),
  );
  return office === undefined ? undefined : formWords.found(office);
}

function Field({ application, control, values }: Omit<FieldControlProps, 'wanted'>) {
  const { kind, title, question, fields } = control;
  const [field] = fields;
  if (question) return <FactControl question={question} values={values} />;
  if (field === undefined) return null;
  if (kind === 'street') return <StreetControl name={field.name} title={title} values={values} />;
  if (kind === 'hukou') return <HukouControl name={field.name} title={title} values={values} />;
  if (kind === 'members') return <MembersControl id={application} name={field.name} values={values} />;
  return <TextControl field={field} title={title} values={values} />;
}
