/** The names of the pages about a farewell, in the bar above each. */
export const funeralTitles = {
  voyages: '海之眠的船期',
} as const;
