import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from './root.mjs';

/** `deploy/compose.yaml`, read: anchors and merged keys are resolved. */
export function readCompose() {
  // the parser our OpenAPI document is written with; none of our own is needed for one file
  const swagger = createRequire(inRoot('server/package.json')).resolve('@nestjs/swagger');
  const { CORE_SCHEMA, load, mergeTag } = createRequire(swagger)('js-yaml');
  return load(readFileSync(inRoot('deploy/compose.yaml'), 'utf8'), { schema: CORE_SCHEMA.withTags(mergeTag) });
}

/** The stages of the Dockerfile: `{from, name, steps: [{word, rest}]}`, continued lines joined, comments left out. */
export function readDockerfile(text = readFileSync(inRoot('Dockerfile'), 'utf8')) {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages = [];
  for (const line of lines) {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === undefined) throw new Error(`not a step of a Dockerfile: ${line}`);
    if (word === 'FROM') {
      const [from, , name] = rest.split(/\s+/);
      stages.push({ from, name, steps: [] });
    } else stages.at(-1).steps.push({ word, rest });
  }
  return stages;
}

/** The folders a stage of the Dockerfile makes with `mkdir`, each with whom it is given to (`10001:10001`) or `0:0`. */
export function foldersOf({ steps }) {
  const said = steps.filter(({ word }) => word === 'RUN').flatMap(({ rest }) => rest.split(/\s*&&\s*/));
  const words = (command) =>
    said.filter((line) => line.startsWith(`${command} `)).map((line) => line.split(/\s+/).slice(1));
  const made = Object.fromEntries(words('mkdir').flatMap((folders) => folders.map((folder) => [folder, '0:0'])));
  for (const [owner, ...folders] of words('chown')) for (const folder of folders) made[folder] = owner;
  return made;
}

/** Where the volumes of a service of the compose file are mounted: `{name, path}` each, folders and files of the host left out. */
export function volumesOf({ volumes = [] }) {
  const named = volumes.map((volume) => volume.split(':')).filter(([name]) => !/^[./$]/.test(name));
  return named.map(([name, path]) => ({ name, path }));
}

/** Whether a file is part of what is sent to the builder, as `.dockerignore` says: the last pattern that fits decides. */
export function isInContext(file, text = readFileSync(inRoot('.dockerignore'), 'utf8')) {
  let left = false;
  for (const line of text.split('\n')) {
    const pattern = line.trim();
    if (pattern === '' || pattern.startsWith('#')) continue;
    const takes = pattern.startsWith('!');
    if (matches(file, takes ? pattern.slice(1) : pattern)) left = !takes;
  }
  return !left;
}

/** A pattern names a path, or a folder with all below it. */
function matches(file, pattern) {
  if (pattern === '**') return true;
  const source = pattern
    .split('/')
    .map((part) =>
      part === '**' ? '(?:.*/)?' : `${part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*')}/`,
    )
    .join('')
    .replace(/\/$/, '');
  return new RegExp(`^${source}(?:/|$)`).test(file);
}

/** Copies what the builder would be sent into `folder`. */
export function copyContext(folder) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: inRoot(), encoding: 'utf8' });
  const files = listed.split('\n').filter((file) => file !== '' && isInContext(file));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    copyFileSync(inRoot(file), path.join(folder, file));
  }
  return files;
}
