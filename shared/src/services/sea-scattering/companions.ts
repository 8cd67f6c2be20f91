/** The number of one family, and the one of the family it wants to be on the same voyage with. */
export interface CompanionSaid {
  readonly number: string;
  readonly together?: string;
}

/**
 * What those who go together are called, the same for each of them. None while the family that was named has not said so
 * as well: two name each other, or several, the one whose number it is among them, all write one number. Nobody is tied to
 * somebody who only knows their number.
 * @param named whose number it is; none where nobody has it
 */
export function companionsName({ number, together }: CompanionSaid, named?: CompanionSaid): string | undefined {
  if (together === undefined || named?.number !== together) return undefined;
  if (named.together === number) return number < together ? number : together;
  return named.together === together ? together : undefined;
}
