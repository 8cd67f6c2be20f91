import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { HostBundle } from '../compile/bundle';

export interface ProjectCode {
  readonly environment: MiniProgramEnv;
  readonly space: CodeSpace;
}

/** Registers json, style scope and template of every page and component of the project. */
export function createProjectCode(bundle: HostBundle): ProjectCode {
  const environment = new MiniProgramEnv();
  const space = environment.createCodeSpace('main', true);
  const groupList = window.__templates(
    (pattern, flags) => new RegExp(pattern, flags),
    (...parts) => new Date(...parts),
  );
  for (const [path, config] of Object.entries(bundle.components)) {
    space.addComponentStaticConfig(path, config);
    const scope = bundle.scopes[path];
    if (scope) space.addStyleSheet(path, undefined, scope);
    const content = groupList[path];
    if (content === undefined) continue;
    // `bindtap="eh"` (without a colon) becomes a listener on built-in elements only with this flag.
    space.addCompiledTemplate(path, { groupList, content, fallbackListenerOnNativeNode: true });
  }
  return { environment, space };
}
