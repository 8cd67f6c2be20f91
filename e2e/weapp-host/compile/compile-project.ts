import { transformSync } from 'esbuild';
import { wxApis } from './api-names';
import type { AppConfig, CompiledProject, ComponentConfig } from './bundle';
import { componentGraph } from './component-graph';
import { type DistFiles, openDist } from './dist-files';
import { packageSizes } from './sizes';
import { compileTemplates } from './wxml';
import { compileStyle } from './wxss';

const ES_MODULE = /(^|[;}\s])(import|export)[\s{*"']/;

/** Reads a built mini-program and makes it bootable. Throws when the directory holds no app.json. */
export function compileProject(root: string): CompiledProject {
  const files = openDist(root);
  const app = JSON.parse(files.text('app.json')) as AppConfig;
  const graph = componentGraph(files, app);
  const templates = compileTemplates(files);
  const scopes = styleScopes(graph.pages, graph.components);
  const styles = Object.fromEntries(
    Object.entries(graph.components).map(([path, config]) => [
      path,
      compileStyle(files, `${path}.wxss`, isIsolated(config) ? (scopes[path] ?? '') : ''),
    ]),
  );
  return {
    bundle: {
      app,
      pages: graph.pages,
      components: graph.components,
      appStyle: compileStyle(files, 'app.wxss'),
      styles,
      scopes,
      apis: wxApis(),
    },
    templates: templates.source,
    modules: readModules(files),
    sizes: packageSizes(
      files.paths.map((path) => ({ path, bytes: files.bytes(path) })),
      app.subPackages ?? app.subpackages ?? [],
    ),
    warnings: [...graph.warnings, ...templates.warnings],
  };
}

function styleScopes(pages: readonly string[], components: Record<string, ComponentConfig>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(components).map((path, index) => [path, pages.includes(path) ? '' : `c${index}`]),
  );
}

function isIsolated(config: ComponentConfig): boolean {
  const isolation = config.styleIsolation ?? (config.component ? 'isolated' : 'shared');
  return isolation === 'isolated' || isolation === 'apply-shared';
}

/** Built output is CommonJS already; hand-written projects may use ES modules, which DevTools would transform too. */
function readModules(files: DistFiles): Record<string, string> {
  const modules: Record<string, string> = {};
  for (const path of files.paths) {
    if (!path.endsWith('.js')) continue;
    const source = files.text(path);
    modules[path] = ES_MODULE.test(source)
      ? transformSync(source, { format: 'cjs', target: 'es2020', sourcefile: path }).code
      : source;
  }
  return modules;
}
