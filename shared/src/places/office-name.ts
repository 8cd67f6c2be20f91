import { districts } from './places';

const names = new Map(
  districts.flatMap((district) => [
    [district.code, district.name] as const,
    ...district.units.map(({ code, name }) => [code, `${district.name}${name}`] as const),
  ]),
);

/** A street's name with its district's, or a district's; the code where this release does not know it. */
export function officeName(code: string): string {
  return names.get(code) ?? code;
}
