/** What drawn controls say of themselves, to the eye or to a screen reader. */
export const controls = {
  call: '打电话',
  callTo: (number: string, what: string) => `打电话 ${number}，${what}`,
  on: '已打开',
  off: '未打开',
  field: (label: string, unit: string) => `${label}，单位${unit}`,
} as const;
