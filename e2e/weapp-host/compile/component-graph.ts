import { posix } from 'node:path';
import type { AppConfig, ComponentConfig } from './bundle';
import type { DistFiles } from './dist-files';

export interface ComponentGraph {
  readonly pages: readonly string[];
  readonly components: Record<string, ComponentConfig>;
  readonly warnings: readonly string[];
}

/** Follows `usingComponents` from every page. A component that is not there is a warning, as in WeChat's console. */
export function componentGraph(files: DistFiles, app: AppConfig): ComponentGraph {
  const components: Record<string, ComponentConfig> = {};
  const warnings: string[] = [];
  const visit = (path: string): void => {
    if (components[path]) return;
    const config = files.has(`${path}.json`)
      ? (JSON.parse(files.text(`${path}.json`)) as Partial<ComponentConfig>)
      : {};
    const usingComponents: Record<string, string> = {};
    components[path] = { ...config, usingComponents };
    for (const [tag, target] of Object.entries({ ...app.usingComponents, ...config.usingComponents })) {
      const found = resolveComponent(files, path, target);
      if (found === undefined) {
        warnings.push(`${path}: component ${tag} -> ${target} is not in the project`);
        continue;
      }
      usingComponents[tag] = `/${found}`;
      visit(found);
    }
  };
  const pages = allPages(app);
  pages.forEach(visit);
  return { pages, components, warnings };
}

function allPages(app: AppConfig): string[] {
  const subPackages = app.subPackages ?? app.subpackages ?? [];
  return [
    ...app.pages,
    ...subPackages.flatMap((subPackage) => subPackage.pages.map((page) => posix.join(subPackage.root, page))),
  ];
}

function resolveComponent(files: DistFiles, from: string, target: string): string | undefined {
  if (target.startsWith('plugin')) return undefined;
  const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
  return [path, `${path}/index`].find((candidate) => files.has(`${candidate}.js`));
}
