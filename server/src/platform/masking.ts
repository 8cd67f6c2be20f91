/** Made on the server, never on the phone or the page (security.md 1F): `张*`, `张*丰`, `欧阳**`, `古**`. */
export function maskedName(name: string): string {
  const signs = [...name.trim()];
  const [first = '', second = ''] = signs;
  const last = signs.at(-1) ?? '';
  if (/[·•.\s]/.test(name) || signs.length > 4) return `${first}**`;
  if (signs.length <= 2) return `${first}*`;
  return signs.length === 3 ? `${first}*${last}` : `${first}${second}**`;
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
