import { tidyField } from '@jinmen/shared/applications/check-field';
import type { FieldValues } from '@jinmen/shared/applications/field';
import type { FormField } from '@jinmen/shared/applications/form';
import { useState } from 'react';
import { FieldError } from '../../../ui/field-error';
import { TextField } from '../../../ui/text-field';
import { changeFields, forgetTyped, typeInto, useDraft } from './draft-session';
import { useRefill } from './use-refill';

const LONGEST = { phone: 20, text: 120, 'long-text': 1000 } as const;

/** Words or a phone: as typed until the field is left, then an answer, or what is wrong with it beside it. */
export function TextControl({ field, title, values }: { field: FormField; title: string; values: FieldValues }) {
  const { name, kind } = field;
  const typed = useDraft((draft) => draft.unsent.typed[name]?.text);
  const [left, setLeft] = useState(typed !== undefined);
  const before = values[name];
  const standing = typeof before === 'string' ? before : '';
  const refill = useRefill(standing, typed !== undefined);
  const [problem] = left && typed !== undefined ? field.problems(typed) : [];
  const leave = () => {
    setLeft(true);
    if (typed === undefined) return;
    if (typed.trim() === '' && standing === '') forgetTyped([name]);
    else if (field.problems(typed).length === 0) changeFields({ [name]: tidyField(name, typed) }, [name]);
  };
  return (
    <>
      <TextField
        key={refill.refilled}
        id={`field-${name}`}
        label={title}
        initialText={typed ?? standing}
        keyboard={kind === 'phone' ? 'tel' : 'text'}
        long={kind === 'long-text'}
        longest={LONGEST[kind === 'phone' || kind === 'long-text' ? kind : 'text']}
        error={problem?.message}
        onType={(text) => {
          setLeft(false);
          refill.typed(text);
          typeInto({ question: name, text });
        }}
        onLeave={leave}
      />
      <FieldError text={problem?.message} />
    </>
  );
}
