import { DEATH_PAPERS, KIN_PAPERS, KINSHIPS, RELATIVES_ASK } from '@jinmen/shared/residents/relatives';
import type { RequestChoices } from './deceased-request-desk.port';
import { askWords, deathPaperWords, kinPaperWords, kinshipWords } from './relatives-words';

const choicesOf = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((code) => ({ code, words: words[code] }));

export const requestChoices: RequestChoices = {
  asks: choicesOf(RELATIVES_ASK, askWords),
  kinship: choicesOf(KINSHIPS, kinshipWords),
  deathPaper: choicesOf(DEATH_PAPERS, deathPaperWords),
  kinPaper: choicesOf(KIN_PAPERS, kinPaperWords),
};
