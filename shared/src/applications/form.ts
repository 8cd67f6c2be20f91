import { programmes as catalogue, vocabulary } from '../catalogue';
import type { Programme } from '../eligibility/programme';
import { versionOn } from '../eligibility/programme-of-day';
import { letsThrough } from '../facts/doors';
import type { FactValues, Question } from '../facts/fact';
import { factProblems } from '../facts/validate-facts';
import type { CivilDate } from '../kernel/civil-date';
import {
  addressProblem,
  areMembers,
  EMPTY,
  type FieldProblem,
  membersProblems,
  phoneProblem,
  statementProblem,
  streetProblem,
  UNREADABLE,
  type Wrong,
} from './check-field';
import { type FactsRead, factsRead } from './facts-read';
import type { FieldValue, FieldValues } from './field';
import { filedForTheDead, HUKOU_HERE, HUKOU_OUTSIDE } from './hukou';
import { formWords } from './words';

/** What is to be filled in for some programmes together, each thing asked once. */
export interface ApplicationForm {
  readonly sections: readonly FormSection[];
}

export interface FormSection {
  readonly code: 'you' | 'home' | 'people' | 'circumstances' | 'statement';
  readonly title: string;
  readonly help: string;
  readonly fields: readonly FormField[];
}

export interface FormField {
  /** As in `FieldValues`. */
  readonly name: string;
  readonly kind: 'text' | 'phone' | 'street' | 'hukou' | 'members' | 'long-text' | 'fact';
  /** Of a fact: the wizard's question that asks it. Fields of one question stand together, all its facts are here. */
  readonly question?: string;
  readonly label: string;
  readonly help?: string;
  /** The programmes that read it; none for a fact that is here because its question is asked whole. */
  readonly neededBy: readonly string[];
  /** Must be answered before it can be handed in; of a fact 不清楚 is an answer too. */
  readonly required: boolean;
  /** What is wrong with a value, in a resident's words. Nothing there is wrong only where it is required. */
  problems(value: FieldValue | undefined): readonly FieldProblem[];
}

/** Only a rule that counts the people of a household needs to know who they are. */
const COUNTS_PEOPLE = 'household.memberCount';
/** These speak of one person; where the answer says there is none, nothing is asked about them. */
const SOMEBODY: Readonly<Record<string, string>> = {
  hardshipPerson: 'hardshipPerson.exists',
  disabledPerson: 'household.hasDisabledMember',
};

/** The form for these programmes as far as it is filled in. Codes the catalogue does not know are left out. */
export function formOf(codes: readonly string[], fields: FieldValues, today: CivilDate): ApplicationForm {
  const facts = factsIn(fields);
  const chosen = catalogue.filter(({ code }) => codes.includes(code));
  const needs = chosen.flatMap((programme) => needsOf(programme, facts, today));
  const everybody = chosen.map(({ code }) => code);
  const countsPeople = needs.filter(({ read }) => read.all.has(COUNTS_PEOPLE)).map(({ programme }) => programme.code);
  const { sections } = formWords;
  return {
    sections: [
      { code: 'you' as const, ...sections.you, fields: [phone(everybody)] },
      { code: 'home' as const, ...sections.home, ...homeHelp(chosen), fields: home(chosen) },
      {
        code: 'people' as const,
        ...sections.people,
        fields: countsPeople.length > 0 ? [members(countsPeople, today)] : [],
      },
      { code: 'circumstances' as const, ...sections.circumstances, fields: factFields(needs, facts, today) },
      { code: 'statement' as const, ...sections.statement, fields: [statement(everybody)] },
    ].filter(({ fields }) => fields.length > 0),
  };
}

/** Every field of the form, in its order. */
export function fieldsOf({ sections }: ApplicationForm): readonly FormField[] {
  return sections.flatMap(({ fields }) => fields);
}

/** Everything that keeps these values from being handed in, at its field and in the form's order. */
export function formProblems(form: ApplicationForm, values: FieldValues): readonly FieldProblem[] {
  return fieldsOf(form).flatMap((field) => field.problems(values[field.name]));
}

/** The facts among the values, by their names in the vocabulary: what the engine reads. */
export function factsIn(fields: FieldValues): FactValues {
  const facts: Record<string, FactValues[string]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith(FACT) && !Array.isArray(value)) facts[name.slice(FACT.length)] = value as FactValues[string];
  }
  return facts;
}

const FACT = 'fact:';

interface Needs {
  readonly programme: Programme;
  readonly read: FactsRead;
}

function needsOf(programme: Programme, facts: FactValues, today: CivilDate): readonly Needs[] {
  const version = versionOn(programme, today);
  return version ? [{ programme, read: factsRead(version, facts, vocabulary) }] : [];
}

/** Questions that may hurt are asked only behind a chosen programme's own door, or shown again where they were answered. */
function factFields(needs: readonly Needs[], facts: FactValues, today: CivilDate): readonly FormField[] {
  const opened = needs.map(({ programme }) => programme.door);
  return vocabulary.questions.flatMap((question) => {
    const asked = question.facts.some(
      (fact) => !isOfNobody(fact, facts) && needs.some(({ read }) => read.all.has(fact)),
    );
    const answered = question.facts.some((fact) => facts[fact] !== undefined);
    if (!asked || !(answered || letsThrough(vocabulary.doors, opened, question.door))) return [];
    return question.facts.map((fact) => factField(fact, question, needs, today));
  });
}

function isOfNobody(fact: string, facts: FactValues): boolean {
  const [subject = ''] = fact.split('.');
  const exists = SOMEBODY[subject];
  return exists !== undefined && exists !== fact && facts[exists] === false;
}

function factField(fact: string, question: Question, needs: readonly Needs[], today: CivilDate): FormField {
  const definition = vocabulary.facts[fact];
  const name = `${FACT}${fact}`;
  const required = needs.some(({ read }) => read.decisive.has(fact));
  return {
    name,
    kind: 'fact',
    question: question.id,
    label: definition?.label ?? fact,
    ...(question.help !== undefined && { help: question.help }),
    neededBy: needs.filter(({ read }) => read.all.has(fact)).map(({ programme }) => programme.code),
    required,
    problems(value) {
      if (value === undefined) return required ? [{ field: name, ...EMPTY }] : [];
      const found = factProblems(vocabulary.facts, { [fact]: value }, today);
      return found.map(({ code, message }) => ({ field: name, code, message }));
    },
  };
}

function phone(neededBy: readonly string[]): FormField {
  const { labels, help } = formWords;
  return { ...written('applicant.phone', 'phone', labels.phone, phoneProblem), help: help.phone, neededBy };
}

function street(neededBy: readonly string[]): FormField {
  return { ...written('applicant.street', 'street', formWords.labels.street, streetProblem), neededBy };
}

function home(chosen: readonly Programme[]): readonly FormField[] {
  const everybody = chosen.map(({ code }) => code);
  return [street(everybody), address(everybody), ...hukou(chosen), ...hukouOfDeceased(chosen)];
}

/** Not everything goes to the street of the home. */
function homeHelp(chosen: readonly Programme[]): { readonly help?: string } {
  return filedForTheDead(chosen).length > 0 ? { help: formWords.help.homeOfDeceased } : {};
}

/** Asked where it decides who decides, or how long that may take; whoever leaves it open is not held up by it. */
function hukou(chosen: readonly Programme[]): readonly FormField[] {
  const asking = chosen.filter(({ decidedAtHukouPlace, decidedWithin }) => decidedAtHukouPlace ?? decidedWithin?.apart);
  if (asking.length === 0) return [];
  const { labels, help } = formWords;
  return [whoseHukou('applicant.hukouStreet', labels.hukou, help.hukou, asking)];
}

/** Asked where it decides to which office the claim goes. */
function hukouOfDeceased(chosen: readonly Programme[]): readonly FormField[] {
  const asking = chosen.filter(({ filedAtHukouOfDeceased }) => filedAtHukouOfDeceased);
  if (asking.length === 0) return [];
  const { labels, help } = formWords;
  return [whoseHukou('deceased.hukouStreet', labels.hukouOfDeceased, help.hukouOfDeceased, asking)];
}

function whoseHukou(name: string, label: string, help: string, asking: readonly Programme[]): FormField {
  const { problems, ...field } = written(name, 'hukou', label, hukouProblem);
  return {
    ...field,
    required: false,
    // 不清楚 is kept as null on the phone until the server has heard it
    problems: (value: FieldValue | undefined) => (value === undefined || value === null ? [] : problems(value)),
    help,
    neededBy: asking.map(({ code }) => code),
  };
}

function address(neededBy: readonly string[]): FormField {
  const { labels, help } = formWords;
  return { ...written('applicant.address', 'text', labels.address, addressProblem), help: help.address, neededBy };
}

function statement(neededBy: readonly string[]): FormField {
  const { problems, ...field } = written('statement', 'long-text', formWords.labels.statement, statementProblem);
  return { ...field, neededBy, required: false, problems: (value) => (value === undefined ? [] : problems(value)) };
}

function hukouProblem(told: string): Wrong | undefined {
  return told === HUKOU_HERE || told === HUKOU_OUTSIDE ? undefined : streetProblem(told);
}

function written(
  name: string,
  kind: FormField['kind'],
  label: string,
  problemOf: (text: string) => Wrong | undefined,
): Omit<FormField, 'neededBy'> {
  return {
    name,
    kind,
    label,
    required: true,
    problems(value) {
      const wrong = value === undefined ? EMPTY : typeof value === 'string' ? problemOf(value) : UNREADABLE;
      return wrong ? [{ field: name, ...wrong }] : [];
    },
  };
}

function members(neededBy: readonly string[], today: CivilDate): FormField {
  const name = 'household.members';
  return {
    name,
    kind: 'members',
    label: formWords.labels.members,
    neededBy,
    required: true,
    problems(value) {
      if (value === undefined) return [{ field: name, ...EMPTY }];
      return areMembers(value) ? membersProblems(name, value, today) : [{ field: name, ...UNREADABLE }];
    },
  };
}
