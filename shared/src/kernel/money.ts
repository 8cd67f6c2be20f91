/** Money is integer fen (分) everywhere; yuan exist only on the screen. */

const FEN_OF_WAN = 1_000_000;

/** `104500` → `1045 元`, `156750` → `1567.50 元`; its space is \u00a0, so that no line ends within a sum. */
export function yuan(fen: number): string {
  return `${yuanNumber(fen)}\u00a0元`;
}

/** `10_000_000` → `10 万元`, as people say a large round sum; any other as `yuan` has it. */
export function largeYuan(fen: number): string {
  return fen % FEN_OF_WAN === 0 ? `${fen / FEN_OF_WAN}\u00a0万元` : yuan(fen);
}

/** `104500` → `1045`, `156750` → `1567.50`: two decimals only when there are fen to show. */
export function yuanNumber(fen: number): string {
  const whole = Math.round(fen);
  return whole % 100 === 0 ? String(whole / 100) : (whole / 100).toFixed(2);
}
