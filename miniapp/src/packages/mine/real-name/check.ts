import { idNumberProblem, isMaskedIdNumber, nameProblem, wrongIdNumber } from '@jinmen/shared/applications/check-field';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import { realNameWords } from '../../../copy/real-name';

export interface Typed {
  readonly name: string;
  readonly idNumber: string;
}

export type FieldWords = { readonly [Field in keyof Typed]?: string };

/** What is wrong with each field as it stands, in words for it. */
export function problemsOf(typed: Typed, today: CivilDate): FieldWords {
  const name = nameProblem(typed.name)?.message;
  const idNumber = wordsOfIdNumber(typed.idNumber, today);
  return { ...(name && { name }), ...(idNumber && { idNumber }) };
}

function wordsOfIdNumber(text: string, today: CivilDate): string | undefined {
  if (isMaskedIdNumber(idDigits(text))) return wrongIdNumber('masked').message;
  const problem = idNumberProblem(text, today);
  // Nobody can be left out here, as a member of a household can.
  return problem?.code === 'id-number.permit' ? realNameWords.permit : problem?.message;
}
