import type { PackageSizes, SubPackage } from './bundle';

/** Never uploaded by WeChat, so never counted. */
const NOT_COUNTED = /(^|\/)project\.(private\.)?config\.json$|\.(map|txt|md)$|(^|[./])LICENSE$/;

/** Adds up the bytes of each package: a file below a sub-package's root belongs to it, every other to the main one. */
export function packageSizes(
  files: readonly { readonly path: string; readonly bytes: number }[],
  subPackages: readonly SubPackage[],
): PackageSizes {
  const roots = subPackages.map((subPackage) => subPackage.root.replace(/\/?$/, '/'));
  const perRoot = new Map(subPackages.map((subPackage) => [subPackage.root, 0]));
  let main = 0;
  let total = 0;
  for (const { path, bytes } of files) {
    if (NOT_COUNTED.test(path)) continue;
    total += bytes;
    const owner = subPackages[roots.findIndex((root) => path.startsWith(root))];
    if (owner) perRoot.set(owner.root, (perRoot.get(owner.root) ?? 0) + bytes);
    else main += bytes;
  }
  return { total, main, subPackages: Object.fromEntries(perRoot) };
}
