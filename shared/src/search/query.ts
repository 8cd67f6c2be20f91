import { folded, HAN, type Speller } from './spelling';

/** A run of Chinese characters, or of letters and digits, with what it sounds like. */
export interface Term {
  readonly text: string;
  readonly chinese: boolean;
  /** `undefined` when nobody can tell, or when it is too short to sound like anything. */
  readonly sound: string | undefined;
}

/** Fewer letters sound like too much. */
const LEAST_LETTERS = 4;

export function termOf(text: string, speller: Speller): Term {
  const chinese = HAN.test(text);
  const sound = chinese ? speller.spell(text)?.folded : folded(text);
  return { text, chinese, sound: sound !== undefined && sound.length >= LEAST_LETTERS ? sound : undefined };
}

/** More than this nobody types on purpose, and looking for it would keep the phone busy. */
const LONGEST = 60;
const RUNS = /[\u3400-\u9fff]+|[a-z0-9]+/g;

/** What questions are asked with, whatever they are about. */
const ASKING = /怎么办理|怎么申请|怎么办|怎么|如何|什么|请问|我想|能不能|可以|申请|办理/g;

/**
 * The runs of what was typed. Full-width letters, capitals, ü and the marks an input method puts between syllables make
 * no difference.
 */
export function runsIn(typed: string): readonly string[] {
  const plain = typed.normalize('NFKC').toLowerCase().replace(/ü/g, 'v').slice(0, LONGEST).replace(ASKING, ' ');
  return plain.match(RUNS) ?? [];
}
