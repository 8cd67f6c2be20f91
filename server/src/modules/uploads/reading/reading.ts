/** What a photo may suffer from. Said as a soft note: whether it can be read is for a person to decide. */
export type Unclear = 'small' | 'dark' | 'blank' | 'blurred';

/** A file as it is kept: a picture drawn anew, or a PDF that does nothing but show pages. */
export interface ReadFile {
  readonly kind: 'jpeg' | 'pdf';
  readonly bytes: Buffer;
  /** 1 of a picture. */
  readonly pages: number;
  readonly unclear?: Unclear;
}

/**
 * Why a file is not taken. `other-kind`: no picture and no PDF · `broken`: cut off, or not what it begins as · `too-many-
 * dots`: a picture larger than any camera's · `locked`: a PDF with a password · `active`: a PDF that would do something
 * · `unreadable`: a PDF written so oddly that nobody can say what it would do · `too-many-pages`.
 */
export type WhyRefused =
  | 'empty'
  | 'other-kind'
  | 'broken'
  | 'too-many-dots'
  | 'locked'
  | 'active'
  | 'unreadable'
  | 'too-many-pages';

/** What reading comes to: the file, or why not. */
export type Reading = { readonly file: ReadFile } | { readonly refused: WhyRefused };

/** Thrown inside the reader; leaves it as `refused`. */
export class NotTaken extends Error {
  constructor(readonly why: WhyRefused) {
    super(why);
    this.name = 'NotTaken';
  }
}

/** More dots than any phone's camera has; 50 000 × 50 000 is refused by its head. */
export const MOST_DOTS = 120_000_000;
export const MOST_PDF_PAGES = 30;
