/** Made on the server, never on the phone or the page (security.md 1F): `张*`, `张*丰`, `欧阳**`, `古**`. */
export function maskedName(name: string): string {
  const signs = [...name.trim()];
  const [first = '', second, third] = signs;
  if (signs.some((sign) => /[·•.\s]/.test(sign)) || signs.length > 4) return `${first}**`;
  if (third === undefined) return `${first}*`;
  return signs.length === 3 ? `${first}*${third}` : `${first}${second}**`;
}

/** Only whose family it is, e.g. on a link anybody may open: `张*`, of a name with a dot its first sign. */
export function maskedFamilyName(name: string): string {
  const [first = ''] = [...name.trim()];
  return `${first}*`;
}

/** `138****5678`; of another kind of number the last two digits. */
export function maskedPhone(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** `1****************X`: the first and the last sign, always as many stars. */
export function maskedIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 1)}${'*'.repeat(16)}${idNumber.slice(-1)}`;
}
