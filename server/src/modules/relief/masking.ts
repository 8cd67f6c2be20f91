/** What of a person leaves the server (design §8): enough to recognise oneself by. */

/** `1****************X` */
export function maskedIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 1)}${'*'.repeat(Math.max(0, idNumber.length - 2))}${idNumber.slice(-1)}`;
}

/** `张*`, `阿*****`: one star for each other character, four-byte ones too. */
export function maskedName(name: string): string {
  const [first = '', ...others] = [...name];
  return `${first}${'*'.repeat(others.length)}`;
}
