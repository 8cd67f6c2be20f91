/** The themed sites' codes at the registry; a district registry goes by its district (interface.md §2). */
const THEMED: Readonly<Record<string, string>> = {
  TS01: 'yifeng-street',
  TS02: 'creative-park-1946',
  TS03: 'tiankai-park',
  TS04: 'shuwai-taoyuan',
  TS05: 'yueqiao-warehouse',
  TS06: 'jinmen-lake',
};
const REGISTRY = /^registry-(12\d{4})$/;

/** @throws Error for a site the registry does not have: the message is at fault, not the line. */
export function orgCodeOf(site: string): string {
  const [, district] = REGISTRY.exec(site) ?? [];
  const code = district ?? Object.keys(THEMED).find((each) => THEMED[each] === site);
  if (code === undefined) throw new Error(`the marriage registry has no site ${site}`);
  return code;
}

export function siteOf(orgCode: string): string | undefined {
  if (Object.hasOwn(THEMED, orgCode)) return THEMED[orgCode];
  return /^12\d{4}$/.test(orgCode) ? `registry-${orgCode}` : undefined;
}
