/** The least whole number above `from`, up to `to`, for which it turns true: false at `from` and true at `to` and beyond. */
export function firstBetween(from: number, to: number, isTrue: (value: number) => boolean): number {
  let [not, is] = [from, to];
  while (is - not > 1) {
    const middle = Math.floor((not + is) / 2);
    if (isTrue(middle)) is = middle;
    else not = middle;
  }
  return is;
}
