/** What a resident reads around a refusal that the server writes. */
export const refusalWords = {
  appealDay: '请选递上去的那天：在定下来以后，到今天为止。',
  district: '区',
  yes: '是',
  no: '否',
  figure: (label: string, value: string, from?: string) =>
    from === undefined ? `${label}：${value}（我自己填的）` : `${label}：${value}（从${from}查到）`,
  disputed: (label: string, why?: string) => (why === undefined ? label : `${label}：${why}`),
} as const;
