import type { SeaPaper, SeaPaperState, SeaWay } from '@jinmen/shared/services/sea-scattering/views';
import { seaWords } from '@jinmen/shared/services/sea-scattering/words';
import { Problem } from '../../../platform/http/problem';

/** What a family reads of the day itself where the server speaks. */
export const boardingWords = {
  unnamed: (n: number) => `第 ${n} 位`,
  noPasses: '船上的位置定下来以后，每位的码就放在这里。',
  noCertificate: '证明还没有来。船回来以后，时间和位置会写在这里。',
  ownId: '各位自己的身份证，带着更稳当',
  ashes: '骨灰。用什么袋子装待核定，去之前可以打 96456 问',
  weather: '海上风大，多穿一件',
  noFire: '船上不点火，也不烧纸',
} as const;

export const boardingProblems = {
  noPasses: () => new Problem(409, 'farewell.no-passes', boardingWords.noPasses),
  noCertificate: () => new Problem(409, 'farewell.no-certificate', boardingWords.noCertificate),
} as const;

/** What to bring: who you are, what is still to be shown, the ashes where the family brings them. */
export function bringOf(way: SeaWay, papers: readonly SeaPaperState[], bringsAshes: boolean): readonly string[] {
  if (way === 'proxy') return [];
  const shown = papers
    .filter(({ paper, how }) => how === 'bring' && paper !== 'own-id')
    .map(({ paper }) => nameOf(paper));
  const { ownId, ashes, weather, noFire } = boardingWords;
  return [ownId, ...shown, ...(bringsAshes ? [ashes] : []), weather, noFire];
}

function nameOf(paper: SeaPaper): string {
  return seaWords.papers[paper];
}
