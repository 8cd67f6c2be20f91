import type { DoorDefinition } from '../facts/doors';
import type { FactDefinition, Question } from '../facts/fact';
import type { DerivedDefinition } from './expression';

/** The words rules are written in. The engine knows none of them by name. */
export interface Vocabulary {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly derived: Readonly<Record<string, DerivedDefinition>>;
  readonly questions: readonly Question[];
  /** The money a month somebody of the household earns by working: what 先算后挣 adds to. */
  readonly earnings?: string;
  readonly doors: readonly Pick<DoorDefinition, 'code' | 'sensitive'>[];
}

/** What a day outside every rule version rests on: nobody but the office can say what was in force. */
export const RULES_ON_RECORD = 'rules.on-record';
