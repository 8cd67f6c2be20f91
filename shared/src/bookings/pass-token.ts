/** What a pass says to a desk: `code` is read out, `token` is scanned. */
export interface PassToken {
  readonly code: string;
  readonly token: string;
}

const CODE_DIGITS = 6;
const SEAL_SIGNS = 32;

/**
 * Both follow from a number (a booking's; where each person has a pass, `<booking>-<person>`) and the service's seal, so
 * that a desk which has the key checks them offline (docs/bureaus/marriage-registry/interface.md §5). Without a seal
 * nobody can: the number stands for itself.
 */
export function passTokenOf(number: string, seal: (text: string) => string | undefined): PassToken {
  const sealed = seal(`code\n${number}`);
  if (sealed === undefined) return { code: number, token: number };
  const code = String(Number.parseInt(sealed.slice(0, 12), 16) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
  const mark = seal(`pass\n${number}\n${code}`)?.slice(0, SEAL_SIGNS);
  return { code, token: `${number}.${code}.${mark}` };
}
