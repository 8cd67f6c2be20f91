/** At the field for an age, where old people and their helpers type an ID number. */
export const age = {
  unit: '岁',
  empty: '填岁数，比如 72。拿不准，就点“不清楚”。',
  notAge: '这里填岁数，比如 72。',
  range: (min: number, max: number) => `岁数填 ${min} 到 ${max} 之间的数。`,
  fromIdNumber: (years: string) => `按身份证号算，现在 ${years} 周岁。号码没有存下来，您看看岁数对不对。`,
  idNumber: {
    shape: '填岁数就行，比如 72。要填身份证号，请填全 18 位。',
    birth: '这个身份证号里的生日不太对。请再看看，也可以直接填岁数。',
    'check-digit': '这个身份证号里好像有一位填错了。请再看看，也可以直接填岁数。',
  },
} as const;
