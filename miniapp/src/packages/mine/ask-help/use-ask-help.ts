import {
  idNumberProblem,
  nameProblem,
  phoneProblem,
  tidyName,
  tidyPhone,
} from '@jinmen/shared/applications/check-field';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import type { MandateView, ReadBackWay } from '@jinmen/shared/residents/mandates';
import { useRef, useState } from 'react';
import { askHelpWords as words } from '../../../copy/helping';
import { platformWords } from '../../../copy/platform';
import { today } from '../../../platform/clock';
import { goBack } from '../../../platform/navigate';
import { sendOnce } from '../../../platform/send-once';
import type { Trouble } from '../../../state/consents';
import { loadHelping } from '../../../state/helping';

export interface Asked {
  readonly name: string;
  readonly idNumber: string;
  readonly street: string;
  readonly way: ReadBackWay;
  readonly phone: string;
  readonly programmes: readonly string[];
  readonly days: number;
}

export const nothingAsked: Asked = {
  name: '',
  idNumber: '',
  street: '',
  way: 'sms',
  phone: '',
  programmes: [],
  days: 90,
};

type Fields = Readonly<Record<string, string>>;

/** Asks once; the bureau and then the person answer, and the list shows how it stands. */
export function useAskHelp() {
  const [working, setWorking] = useState(false);
  const [fields, setFields] = useState<Fields>({});
  const [trouble, setTrouble] = useState<Trouble>();
  const busy = useRef(false);
  const ask = async (asked: Asked) => {
    const wrong = problemsOf(asked);
    setFields(wrong);
    setTrouble(undefined);
    if (busy.current || Object.keys(wrong).length > 0) return;
    busy.current = true;
    setWorking(true);
    const sent = await sendOnce<MandateView>({ name: 'ask-mandate', path: '/mandates', body: bodyOf(asked) });
    busy.current = false;
    setWorking(false);
    if (sent.kind === 'sent') {
      await loadHelping();
      goBack();
    } else if (sent.kind === 'kept') setTrouble({ kind: 'offline', words: platformWords.noNetwork });
    else if (sent.kind === 'problem' && sent.errors.length > 0) setFields(wordsAt(sent.errors));
    else setTrouble(sent);
  };
  return { working, fields, trouble, ask: (asked: Asked) => void ask(asked) };
}

function problemsOf({ name, idNumber, street, way, phone, programmes }: Asked): Fields {
  const wrong = {
    name: nameProblem(name)?.message,
    idNumber: idNumberProblem(idNumber, today())?.message,
    street: street === '' ? words.streetMissing : undefined,
    phone: way === 'account' ? undefined : phoneProblem(phone)?.message,
    programmes: programmes.length === 0 ? words.whatNone : undefined,
  };
  return Object.fromEntries(Object.entries(wrong).flatMap(([field, text]) => (text ? [[field, text]] : [])));
}

function bodyOf({ name, idNumber, street, way, phone, programmes, days }: Asked) {
  const about = { name: tidyName(name), idNumber: idDigits(idNumber), street, way, programmes, days };
  return { ...about, ...(way !== 'account' && { phone: tidyPhone(phone) }) };
}

function wordsAt(errors: readonly { readonly field: string; readonly message: string }[]): Fields {
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
}
