import { HAN } from './spelling';

/** What was typed, in parts that are looked for on their own. */
export interface Query {
  /** Runs of Chinese characters, and runs of letters or digits, in typing order. */
  readonly terms: readonly string[];
  /** The same without what stood between them: `di bao` is one word, `看病 没钱` perhaps too. */
  readonly joined: string;
}

/** More than this nobody types on purpose, and looking for it would keep the phone busy. */
const LONGEST = 60;
const RUNS = /[\u3400-\u9fff]+|[a-z0-9]+/g;

/** What questions are asked with, whatever they are about. */
const ASKING = /怎么办理|怎么申请|怎么办|怎么|如何|什么|请问|我想|能不能|可以|申请|办理/g;

/** Full-width letters, capitals, ü and the marks an input method puts between syllables make no difference. */
export function queryOf(typed: string): Query {
  const plain = typed.normalize('NFKC').toLowerCase().replaceAll('ü', 'v').slice(0, LONGEST).replace(ASKING, ' ');
  const terms = plain.match(RUNS) ?? [];
  return { terms, joined: terms.join('') };
}

export function isChinese(term: string): boolean {
  return HAN.test(term);
}
