/** Money is integer fen (分) everywhere; yuan exist only on the screen. */

/** `104500` → `1045 元`, `156750` → `1567.50 元`. */
export function yuan(fen: number): string {
  return `${yuanNumber(fen)} 元`;
}

/** `104500` → `1045`, `156750` → `1567.50`: two decimals only when there are fen to show. */
export function yuanNumber(fen: number): string {
  const whole = Math.round(fen);
  return whole % 100 === 0 ? String(whole / 100) : (whole / 100).toFixed(2);
}
