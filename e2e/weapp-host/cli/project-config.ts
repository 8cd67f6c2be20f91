import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface ConfigFile {
  readonly appid?: string;
  readonly miniprogramRoot?: string;
  readonly setting?: { readonly urlCheck?: boolean };
}

export interface ProjectConfig {
  /** The folder with app.json. */
  readonly dist: string;
  readonly appId: string | undefined;
  /** Whether requests are held against the domain list, as unless a project says otherwise. */
  readonly checksDomains: boolean;
}

/** Reads a project's config; what a developer keeps for themselves in project.private.config.json goes before it. */
export function readProjectConfig(project: string): ProjectConfig {
  if (!existsSync(join(project, 'project.config.json'))) throw new Error(`${project} holds no project.config.json`);
  const shared = readConfig(project, 'project.config.json');
  const own = readConfig(project, 'project.private.config.json');
  return {
    dist: join(project, shared.miniprogramRoot ?? '.'),
    appId: own.appid ?? shared.appid,
    checksDomains: own.setting?.urlCheck ?? shared.setting?.urlCheck ?? true,
  };
}

function readConfig(project: string, name: string): ConfigFile {
  const file = join(project, name);
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ConfigFile;
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
