import { TmplGroup } from 'glass-easel-template-compiler';
import type { DistFiles } from './dist-files';

export interface CompiledTemplates {
  /** A JavaScript expression that evaluates to the template groups by path. */
  readonly source: string;
  readonly warnings: readonly string[];
}

/** Compiles every WXML and WXS file of the project as one group, so that `import` and `include` find each other. */
export function compileTemplates(files: DistFiles): CompiledTemplates {
  const group = new TmplGroup();
  const warnings: string[] = [];
  for (const path of files.paths) {
    if (path.endsWith('.wxml')) warnings.push(...addTemplate(group, path, files.text(path)));
    if (path.endsWith('.wxs')) {
      const source = files.text(path);
      // Templates name a script without its suffix, a wxs `require()` with it: both must resolve.
      group.addScript(path.slice(0, -'.wxs'.length), source);
      group.addScript(path, source);
    }
  }
  const source = group.getTmplGenObjectGroups();
  group.free();
  return { source, warnings };
}

function addTemplate(group: TmplGroup, path: string, source: string): string[] {
  const diagnostics: unknown = group.addTmpl(path.slice(0, -'.wxml'.length), source);
  if (!Array.isArray(diagnostics)) return [];
  return diagnostics.map((diagnostic: { message?: string }) => `${path}: ${diagnostic.message ?? String(diagnostic)}`);
}
