import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import type { CompiledProject, PhoneSettings } from '../compile/bundle';
import { moduleParameters } from '../runtime/service-scope';
import { languageNames } from './global-names';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.gif': 'image/gif',
};

/** A page of the host's origin with nothing in it. */
const BLANK = ['/__host/blank', { text: '<link rel="icon" href="data:,">' }] as const;
const HOST_PAGE = readFileSync(join(__dirname, 'host-page.html'), 'utf8');

export interface WebServer {
  readonly origin: string;
  readonly hostPage: string;
  readonly blank: string;
  /** Prepares the app's modules; in none of them does one of these names mean anything. */
  hide(names: readonly string[]): void;
  close(): Promise<void>;
}

export interface WebContent {
  readonly dist: string;
  readonly project: CompiledProject;
  readonly settings: PhoneSettings;
  readonly runtime: string;
  readonly onMissing: (path: string) => void;
}

/** Serves the host page, the modules of the mini-program wrapped as WeChat wraps them, and the files of its dist. */
export async function startWebServer(content: WebContent): Promise<WebServer> {
  let generated = new Map<string, Generated>([BLANK]);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = generated.get(path);
    if (file !== undefined) sendGenerated(response, path, file);
    else sendDistFile(response, path, content);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    hostPage: HOST_PAGE,
    blank: origin + BLANK[0],
    hide: (names) => {
      generated = generatedFiles(content, names);
    },
    close: () => closeServer(server),
  };
}

interface Generated {
  readonly text: string;
  readonly policy?: string;
}

function generatedFiles({ project, runtime, settings }: WebContent, hidden: readonly string[]): Map<string, Generated> {
  const parameters = moduleParameters(hidden);
  const scripts = new Map<string, string>([
    ['/__host/project.js', projectScript(project, settings)],
    ...Object.entries(project.modules).map(([path, source]): [string, string] => [
      `/__host/modules/${path}`,
      wrapModule(path, source, parameters),
    ]),
    ['/__host/runtime.js', runtime],
  ]);
  const hashes = [...scripts].map(([path, text]) => ({ path, hash: hashOf(text) }));
  const tags = hashes.map(({ path, hash }) => `<script src="${encodeURI(path)}" integrity="${hash}"></script>`);
  return new Map<string, Generated>([
    BLANK,
    ['/', { text: HOST_PAGE.replace('<!-- scripts -->', tags.join('\n')), policy: policyOf(hashes) }],
    ['/__host/shell.css', { text: readFileSync(join(__dirname, 'shell.css'), 'utf8') }],
    ...[...scripts].map(([path, text]): [string, Generated] => [path, { text }]),
  ]);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/**
 * These scripts and no other: stops eval, new Function and a function's own constructor, as WeChat does, and import(),
 * which would get a file by its address.
 */
function policyOf(scripts: readonly { readonly hash: string }[]): string {
  return `script-src ${[...new Set(scripts.map(({ hash }) => `'${hash}'`))].join(' ')}`;
}

function projectScript({ bundle, templates }: CompiledProject, settings: PhoneSettings): string {
  return `window.__settings=${JSON.stringify(settings)};
window.__bundle=${JSON.stringify(bundle)};
window.__language=${JSON.stringify(languageNames())};
window.__templates=function(getRegExp,getDate){return ${templates}};
window.__moduleFactories=new Map();
window.__define=function(path,factory){window.__moduleFactories.set(path,factory)};`;
}

/**
 * Line 1 stays line 1, so that stack traces of the app point at its own file. Strict, whatever the file says: `this` of
 * a sloppy function would be the browser's window.
 */
function wrapModule(path: string, source: string, parameters: string): string {
  return `__define(${JSON.stringify(path)},function(${parameters}){"use strict";${source}\n});`;
}

function sendGenerated(response: ServerResponse, path: string, { text, policy }: Generated): void {
  response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html; charset=utf-8');
  if (policy !== undefined) response.setHeader('content-security-policy', policy);
  response.end(text);
}

function sendDistFile(response: ServerResponse, path: string, { dist, onMissing }: WebContent): void {
  const root = resolve(dist);
  const file = join(root, normalize(path));
  if (!file.startsWith(root + sep) || !existsSync(file) || statSync(file).isDirectory()) {
    onMissing(path);
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
