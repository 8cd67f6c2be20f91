import type { FieldValue, FieldValues, HouseholdMember } from '@jinmen/shared/applications/field';
import type { FormField, FormSection } from '@jinmen/shared/applications/form';
import { type ApplicationForm, factsIn, formProblems } from '@jinmen/shared/applications/form';
import { HUKOU_HERE, HUKOU_OUTSIDE } from '@jinmen/shared/applications/hukou';
import type { Question } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { streetInWords } from '@jinmen/shared/places/streets';
import { formWords, memberWords } from '../../../copy/apply';
import { routingWords } from '../../../copy/routing';
import { titleOf } from '../programme-title';
import { answerInWords } from '../question-view';
import { isMembers } from './members-merge';
import type { Unsent } from './unsent';

/** One thing asked on the form: a field, or all the facts of one question. */
export interface Control {
  /** The question's id, else the field's name; what is half typed is kept under it. */
  readonly id: string;
  readonly kind: FormField['kind'];
  readonly title: string;
  readonly help: string | undefined;
  /** Which programmes want to know; `undefined` where all of them do, or there is only one. */
  readonly needed: string | undefined;
  readonly required: boolean;
  readonly question: Question | undefined;
  readonly fields: readonly FormField[];
}

export function controlsOf({ fields }: FormSection, codes: readonly string[]): readonly Control[] {
  const ids = [...new Set(fields.map(idOf))];
  return ids.flatMap((id) => {
    const own = fields.filter((field) => idOf(field) === id);
    const [first] = own;
    return first === undefined ? [] : [controlOf(id, first, own, codes)];
  });
}

function idOf({ name, question }: FormField): string {
  return question ?? name;
}

function controlOf(id: string, first: FormField, fields: readonly FormField[], codes: readonly string[]): Control {
  const question = (questions as readonly Question[]).find((each) => each.id === first.question);
  return {
    id,
    kind: first.kind,
    title: question?.title ?? first.label,
    help: question === undefined ? first.help : question.help,
    needed: neededWords(
      codes.filter((code) => fields.some(({ neededBy }) => neededBy.includes(code))),
      codes,
    ),
    required: fields.some(({ required }) => required),
    question,
    fields,
  };
}

function neededWords(needing: readonly string[], codes: readonly string[]): string | undefined {
  if (needing.length === 0 || needing.length === codes.length) return undefined;
  return formWords.neededBy(needing.map(titleOf));
}

/** Whether every field of it has a value, 不清楚 being one. */
export function isAnswered({ fields }: Control, values: FieldValues): boolean {
  return fields.every(({ name }) => values[name] !== undefined);
}

/** What stands there, as the resident reads it back; empty for nothing. */
export function controlInWords(control: Control, values: FieldValues): string {
  if (control.question) {
    return isAnswered(control, values) ? answerInWords(control.question, facts, factsIn(values)) : '';
  }
  const [field] = control.fields;
  return field === undefined ? '' : valueInWords(field.name, values[field.name]);
}

/** Whether all of it was left open: 不清楚. */
export function isUnsure(control: Control, values: FieldValues): boolean {
  return control.question !== undefined && control.fields.every(({ name }) => values[name] === null);
}

/** One field's value in words, e.g. of a clash. */
export function valueInWords(name: string, value: FieldValue | undefined): string {
  if (value === undefined || value === '') return '';
  if (isMembers(value)) return membersInWords(value);
  if (name === 'applicant.street') return streetInWords(String(value)) ?? '';
  if (name === 'applicant.hukouStreet' || name === 'deceased.hukouStreet') return hukouInWords(String(value));
  const fact = name.replace(/^fact:/, '');
  const question = (questions as readonly Question[]).find((each) => each.facts.includes(fact));
  if (question && name !== fact) {
    return answerInWords({ ...question, facts: [fact] }, facts, { [fact]: value });
  }
  return String(value);
}

function hukouInWords(value: string): string {
  const { hukou } = routingWords;
  if (value === HUKOU_HERE) return hukou.here;
  return value === HUKOU_OUTSIDE ? hukou.outside : (streetInWords(value) ?? '');
}

function membersInWords(members: readonly HouseholdMember[]): string {
  if (members.length === 0) return memberWords.alone;
  return members.map(({ name, relation }) => memberWords.one(name, memberWords.relations[relation])).join('、');
}

/** What one field is called, e.g. where two phones differ. */
export function fieldTitle(form: ApplicationForm, name: string): string {
  const field = form.sections.flatMap(({ fields }) => fields).find((each) => each.name === name);
  return field?.label ?? facts[name.replace(/^fact:/, '') as keyof typeof facts]?.label ?? name;
}

/** As much of a section as is asked at once. */
export interface Part {
  readonly section: FormSection;
  readonly controls: readonly Control[];
}

/** More than these on one page nobody likes to look at (ux §4.4). */
const MOST_AT_ONCE = 5;

/** The form in the pieces it is filled in by; a long section is several. */
export function partsOf({ sections }: ApplicationForm, codes: readonly string[]): readonly Part[] {
  return sections.flatMap((section) => {
    const controls = controlsOf(section, codes);
    const pages = Math.ceil(controls.length / MOST_AT_ONCE);
    return Array.from({ length: pages }, (_, page) => ({
      section,
      controls: controls.slice(page * MOST_AT_ONCE, (page + 1) * MOST_AT_ONCE),
    }));
  });
}

/** In which part a field stands; the first part when in none. */
export function partOf(parts: readonly Part[], name: string): number {
  const at = parts.findIndex(({ controls }) =>
    controls.some(({ fields }) => fields.some((field) => isPartOf(name, field))),
  );
  return Math.max(0, at);
}

function isPartOf(name: string, field: FormField): boolean {
  return name === field.name || name === field.question || name.startsWith(`${field.name}.`);
}

/** Something that stands between this form and its being handed in. */
export interface Gap {
  /** To jump to. */
  readonly field: string;
  readonly title: string;
  readonly message: string;
}

/** Everything still open, each control once, in the form's order: what is wrong or missing, and what is half typed. */
export function gapsOf(
  form: ApplicationForm,
  codes: readonly string[],
  values: FieldValues,
  { typed, problems }: Pick<Unsent, 'typed'> & { readonly problems: Readonly<Record<string, string>> },
): readonly Gap[] {
  const wrong = formProblems(form, values);
  return form.sections.flatMap((section) =>
    controlsOf(section, codes).flatMap((control): Gap[] => {
      const own = wrong.find(({ field }) => control.fields.some((each) => isPartOf(field, each)));
      const told = Object.entries(problems).find(([field]) => control.fields.some((each) => isPartOf(field, each)));
      const half = Object.keys(typed).some((id) => id === control.id || isHalfMember(id, control));
      const message = told?.[1] ?? (half ? formWords.half : own?.message);
      const [field] = control.fields;
      return message === undefined || field === undefined ? [] : [{ field: field.name, title: control.title, message }];
    }),
  );
}

function isHalfMember(typed: string, { kind }: Control): boolean {
  return kind === 'members' && typed.startsWith('member:');
}
