import type { CrashReport } from './crash';

/** What nobody may find after a run, whatever was killed in it. */
export const MUST_BE_NONE: Readonly<Record<string, (report: CrashReport) => readonly string[]>> = {
  'lost: acknowledged and not there': ({ found }) => found.lost,
  'wrong: one key and two answers, or another’s': ({ found }) => found.wrong,
  'leaked: there and told to nobody, or half': ({ found }) => found.leaked,
  'over: more than there is, or two for one': ({ found }) => found.over,
  'words to bureaus missing or doubled': ({ found }) => found.words,
  'servers that ended by themselves': ({ diedAlone }) => diedAlone,
  'answers without words (5xx other than 503)': ({ heard }) => heard.wordless,
  'errors nobody foresaw, in the logs': ({ logged }) =>
    [...logged].filter(([error]) => !error.startsWith('503')).map(([error, times]) => `${times} × ${error}`),
};
