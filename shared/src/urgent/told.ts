import type { FieldProblem } from '../applications/check-field';
import {
  addressProblem,
  nameProblem,
  phoneProblem,
  streetProblem,
  tidyName,
  tidyPhone,
} from '../applications/check-field';
import type { UrgentSaid } from './views';
import { urgentMissing } from './words';

export const LONGEST_URGENT_WORDS = 300;
export const LONGEST_PLACE = 120;

/** As it is kept: what is empty left out, name and phone tidied. */
export function tidySaid(said: UrgentSaid): UrgentSaid {
  const { name, street, place, words: own, phone, findAt, forSomebodyElse, kinds } = said;
  return {
    forSomebodyElse,
    kinds,
    ...kept('name', name && tidyName(name)),
    ...kept('street', street),
    ...kept('place', place?.trim()),
    ...kept('words', own?.trim()),
    ...kept('phone', phone && tidyPhone(phone)),
    ...kept('findAt', findAt?.trim()),
  };
}

/** What still keeps anybody from finding the person. As little as that: nobody is turned away over a name. */
export function saidProblems(given: UrgentSaid): FieldProblem[] {
  const said = tidySaid(given);
  const at = (field: keyof UrgentSaid, wrong: { code: string; message: string } | undefined): FieldProblem[] =>
    wrong === undefined ? [] : [{ field, ...wrong }];
  return [
    ...at('kinds', said.kinds.length === 0 ? { code: 'urgent.no-kind', message: urgentMissing.kinds } : undefined),
    ...at('place', said.street || said.place ? undefined : { code: 'urgent.no-place', message: urgentMissing.place }),
    ...at('phone', said.phone || said.findAt ? undefined : { code: 'urgent.no-reach', message: urgentMissing.reach }),
    ...at('name', said.name === undefined ? undefined : nameProblem(said.name)),
    ...at('street', said.street === undefined ? undefined : streetProblem(said.street)),
    ...at('place', said.place === undefined ? undefined : tooLong(said.place)),
    ...at('phone', said.phone === undefined ? undefined : phoneProblem(said.phone)),
    ...at('findAt', said.findAt === undefined ? undefined : tooLong(said.findAt)),
  ];
}

/** Two characters are enough: 北站. */
function tooLong(text: string) {
  const wrong = addressProblem(text);
  return wrong?.code === 'address.short' ? undefined : wrong;
}

function kept<Key extends keyof UrgentSaid>(key: Key, value: UrgentSaid[Key] | ''): Partial<UrgentSaid> {
  return value === undefined || value === '' ? {} : { [key]: value };
}
