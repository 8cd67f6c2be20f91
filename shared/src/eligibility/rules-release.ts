const RELEASE = /^\d+(\.\d+)*$/;

/** The release a rules version names, without the hash of its figures: `2026.11.3` of `2026.11.3+5v9kudukrx`. */
export function releaseOf(rulesVersion: string): string {
  return rulesVersion.split('+', 1)[0] ?? '';
}

/**
 * Whether one release of the rules came after another; both may be whole rules versions. Releases count like dates:
 * `2026.11.10` came after `2026.11.3`. One that is no row of numbers was named by code that came after this.
 */
export function isNewerRelease(one: string, other: string): boolean {
  const [release, held] = [releaseOf(one), releaseOf(other)];
  if (!RELEASE.test(release)) return RELEASE.test(held);
  if (!RELEASE.test(held)) return false;
  const [parts, heldParts] = [release.split('.').map(Number), held.split('.').map(Number)];
  for (let index = 0; index < Math.max(parts.length, heldParts.length); index++) {
    const difference = (parts[index] ?? 0) - (heldParts[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
