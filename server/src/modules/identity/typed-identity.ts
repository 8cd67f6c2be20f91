import {
  idNumberProblem,
  isMaskedIdNumber,
  nameProblem,
  tidyName,
  wrongIdNumber,
} from '@jinmen/shared/applications/check-field';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { idDigits } from '@jinmen/shared/kernel/id-number';
import { type FieldProblem, problems } from '../../platform/http/problem';
import { identityWords } from './identity-words';

/** A name and a number as the register writes them. */
export interface TypedIdentity {
  readonly name: string;
  readonly idNumber: string;
}

/**
 * What somebody typed, full-width digits, small x and all kinds of dots put right.
 * @throws Problem 400 with words at each field.
 */
export function readIdentity(typed: TypedIdentity, today: CivilDate): TypedIdentity {
  const name = nameProblem(typed.name);
  const number = numberProblem(typed.idNumber, today);
  const errors: FieldProblem[] = [
    ...(name ? [{ field: 'name', ...name }] : []),
    ...(number ? [{ field: 'idNumber', ...number }] : []),
  ];
  if (errors.length > 0) throw problems.invalid(errors);
  return { name: tidyName(typed.name), idNumber: idDigits(typed.idNumber) };
}

function numberProblem(text: string, today: CivilDate): Omit<FieldProblem, 'field'> | undefined {
  if (isMaskedIdNumber(idDigits(text))) return wrongIdNumber('masked');
  const problem = idNumberProblem(text, today);
  return problem?.code === 'id-number.permit' ? { ...problem, message: identityWords.permit } : problem;
}
