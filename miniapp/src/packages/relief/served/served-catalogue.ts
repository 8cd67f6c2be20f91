import type { FactDefinition } from '@jinmen/shared/facts/fact';
import { isRecord, isTexts, textOf } from '../../../platform/shape';

/** A programme as the server describes it to everybody. */
export interface ServedProgramme {
  readonly code: string;
  readonly title: string;
  readonly formalName: string;
  readonly summary: string;
  readonly guide: {
    readonly where: string;
    readonly papers: readonly string[];
    readonly howLong: string;
    readonly phone: string;
  };
}

/** What newer rules call things that this release has no words for. Each part may be empty, none is half. */
export interface ServedCatalogue {
  readonly programmes: readonly ServedProgramme[];
  readonly facts: Readonly<Record<string, FactDefinition>>;
  /** How it asks, by question id. */
  readonly questions: Readonly<Record<string, string>>;
}

export const emptyCatalogue: ServedCatalogue = { programmes: [], facts: {}, questions: {} };

/** Reads `GET /catalogue`. What this release cannot read of it is left out. */
export function catalogueFrom(reply: unknown): ServedCatalogue {
  if (!isRecord(reply)) return emptyCatalogue;
  const { programmes, facts, questions } = reply;
  return {
    programmes: Array.isArray(programmes) ? programmes.filter(isProgramme) : [],
    facts: isRecord(facts) ? Object.fromEntries(Object.entries(facts).flatMap(labelled)) : {},
    questions: Array.isArray(questions) ? Object.fromEntries(questions.flatMap(titled)) : {},
  };
}

function isProgramme(value: unknown): value is ServedProgramme {
  if (!isRecord(value) || !isRecord(value.guide)) return false;
  const { code, title, formalName, summary, guide } = value;
  const texts = [code, title, formalName, summary, guide.where, guide.howLong, guide.phone];
  return texts.every((text) => textOf(text) !== undefined) && isTexts(guide.papers);
}

/** Of a fact only its label matters here, and whether it is a sum: this release can neither ask nor judge it. */
function labelled([name, definition]: [string, unknown]): readonly (readonly [string, FactDefinition])[] {
  if (!isRecord(definition)) return [];
  const label = textOf(definition.label);
  if (label === undefined) return [];
  return [[name, definition.type === 'money' ? { type: 'money', label, max: 0 } : { type: 'staff', label }]];
}

function titled(question: unknown): readonly (readonly [string, string])[] {
  if (!isRecord(question)) return [];
  const [id, title] = [textOf(question.id), textOf(question.title)];
  return id === undefined || title === undefined ? [] : [[id, title]];
}
