import { NotTaken } from './reading';

/** A dictionary of a PDF that a reader of the file may come upon. */
export interface PdfObject {
  /** As written, with all that is nested in it. */
  readonly text: string;
  /** What stands behind each key of its own, e.g. `/Filter` → `[/FlateDecode]`; of a key there twice, both. */
  readonly entries: ReadonlyMap<string, string>;
  readonly isStream: boolean;
  /** The first byte of its stream, unless the line of `stream` ends otherwise than it should. */
  readonly dataAt?: number;
}

/** What a reader is led to begins behind one of these: `5 0 obj`, `trailer`. */
const BEGINNING = /obj|trailer/g;
const SPACE = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX_STRING = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const WORD =
  /(?:\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R|true|false|null|[+-]*[\d.]+(?:-\d*)?)(?=[\0\t\n\f\r ()<>[\]{}/%])/y;
const BRACKET = /<<|>>|\[|\]/y;
const STREAM = /stream\r?\n/y;
/** Each byte is read about once in a file as programs write it; one made to be read for ever ends here. */
const READ_OVER = 4;
const SMALL_CHANGE = 64 * 1024;
const DEEPEST = 100;

/** `/J#53` is `/JS`. */
export function unescaped(names: string): string {
  return names.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Every dictionary behind an `obj` or a `trailer`, wherever that stands: the table of a file may lead its readers into a
 * comment, a string or the middle of a picture.
 * @throws NotTaken `unreadable` at one that two readers might understand differently.
 */
export function* objectsIn(text: string): Generator<PdfObject> {
  const lexer = new Lexer(text);
  for (const { index, 0: word } of text.matchAll(BEGINNING)) {
    const object = lexer.objectAt(index + word.length);
    if (object) yield object;
  }
}

class Lexer {
  private at = 0;
  private left: number;

  constructor(private readonly text: string) {
    this.left = READ_OVER * text.length + SMALL_CHANGE;
  }

  objectAt(from: number): PdfObject | undefined {
    this.at = from;
    this.skipSpace();
    const start = this.at;
    if (!this.text.startsWith('<<', start)) return undefined;
    const entries = this.dictionary(0);
    const text = this.text.slice(start, this.at);
    this.skipSpace();
    const isStream = this.text.startsWith('stream', this.at);
    return { text, entries, isStream, ...(this.take(STREAM) && { dataAt: this.at }) };
  }

  /** Strictly as the format has it: a key, one thing behind it, and nothing else. */
  private dictionary(depth: number): Map<string, string> {
    const entries = new Map<string, string>();
    this.mustTake('<<');
    for (let key = this.token(); key !== '>>'; key = this.token()) {
      if (!key.startsWith('/')) throw new NotTaken('unreadable');
      const before = entries.get(key);
      const value = this.valueOf(this.token(), depth + 1);
      entries.set(key, before === undefined ? value : `${before} ${value}`);
    }
    return entries;
  }

  private valueOf(token: string, depth: number): string {
    if (depth > DEEPEST || token === '>>' || token === ']') throw new NotTaken('unreadable');
    if (token === '<<') {
      this.at -= token.length;
      const start = this.at;
      this.dictionary(depth);
      return this.text.slice(start, this.at);
    }
    if (token !== '[') return token;
    const parts: string[] = [];
    for (let part = this.token(); part !== ']'; part = this.token()) parts.push(this.valueOf(part, depth + 1));
    return `[${parts.join(' ')}]`;
  }

  private token(): string {
    this.skipSpace();
    if (this.text[this.at] === '(') return this.string();
    const name = this.take(NAME);
    if (name) return unescaped(name);
    const taken = this.take(BRACKET) ?? this.take(HEX_STRING) ?? this.take(WORD);
    if (!taken) throw new NotTaken('unreadable');
    return taken;
  }

  private string(): string {
    const start = this.at;
    let depth = 0;
    do {
      const char = this.text[this.at];
      if (char === undefined) throw new NotTaken('unreadable');
      if (char === '(') depth += 1;
      if (char === ')') depth -= 1;
      this.at += char === '\\' ? 2 : 1;
    } while (depth > 0);
    this.spend(this.at - start);
    return this.text.slice(start, this.at);
  }

  private skipSpace(): void {
    while (this.take(SPACE)) {}
  }

  private mustTake(word: string): void {
    if (!this.text.startsWith(word, this.at)) throw new NotTaken('unreadable');
    this.at += word.length;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.at += found.length;
    this.spend(found.length);
    return found;
  }

  private spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new NotTaken('unreadable');
  }
}
