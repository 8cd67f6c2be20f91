import type { FieldValues } from '@jinmen/shared/applications/field';
import type { ApplicationForm } from '@jinmen/shared/applications/form';
import type { FactValues } from '@jinmen/shared/facts/fact';

/**
 * What the resident answered in the wizard, on this phone alone, and this form asks too, where it has nothing yet. Whole
 * questions only. Nothing of it goes into the form before the resident says so.
 */
export function prefillFrom(form: ApplicationForm, values: FieldValues, answers: FactValues): FieldValues {
  const asked = form.sections.flatMap(({ fields }) => fields).filter(({ kind }) => kind === 'fact');
  const answerTo = (name: string) => answers[name.replace(/^fact:/, '')];
  const open = asked.filter(({ question }) =>
    asked.filter((each) => each.question === question).every(({ name }) => values[name] === undefined),
  );
  const known = open.filter(({ question }) =>
    open.filter((each) => each.question === question).every(({ name }) => answerTo(name) !== undefined),
  );
  return Object.fromEntries(known.map(({ name }) => [name, answerTo(name)]));
}

/** How many questions that answers. */
export function questionsIn(form: ApplicationForm, filled: FieldValues): number {
  const asked = form.sections.flatMap(({ fields }) => fields).filter(({ name }) => name in filled);
  return new Set(asked.map(({ question }) => question)).size;
}
