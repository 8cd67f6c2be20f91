import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import type { CompiledProject } from '../compile/bundle';
import { MODULE_PARAMETERS } from '../runtime/service-scope';

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

/** No code from strings: stops eval, new Function and a function's own constructor, as WeChat does. */
const CONTENT_SECURITY_POLICY = "script-src 'self'";

export interface WebServer {
  readonly origin: string;
  close(): Promise<void>;
}

export interface WebContent {
  readonly dist: string;
  readonly project: CompiledProject;
  readonly runtime: string;
  readonly onMissing: (path: string) => void;
}

/** Serves the host page, the modules of the mini-program wrapped as WeChat wraps them, and the files of its dist. */
export async function startWebServer(content: WebContent): Promise<WebServer> {
  const generated = generatedFiles(content);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const text = generated.get(path);
    if (text !== undefined) sendText(response, path, text);
    else sendDistFile(response, path, content);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

function generatedFiles({ project, runtime }: WebContent): Map<string, string> {
  const modules = Object.entries(project.modules);
  const scripts = modules.map(([path]) => `<script src="/__host/modules/${encodeURI(path)}"></script>`).join('\n');
  const page = readFileSync(join(__dirname, 'host-page.html'), 'utf8').replace('<!-- modules -->', scripts);
  return new Map([
    ['/', page],
    ['/__host/shell.css', readFileSync(join(__dirname, 'shell.css'), 'utf8')],
    ['/__host/project.js', projectScript(project)],
    ['/__host/runtime.js', runtime],
    ...modules.map(([path, source]): [string, string] => [`/__host/modules/${path}`, wrapModule(path, source)]),
  ]);
}

function projectScript({ bundle, templates }: CompiledProject): string {
  return `window.__bundle=${JSON.stringify(bundle)};
window.__templates=function(getRegExp,getDate){return ${templates}};
window.__moduleFactories=new Map();
window.__define=function(path,factory){window.__moduleFactories.set(path,factory)};`;
}

/** Line 1 stays line 1, so that stack traces of the app point at its own file. */
function wrapModule(path: string, source: string): string {
  return `__define(${JSON.stringify(path)},function(${MODULE_PARAMETERS}){${source}\n});`;
}

function sendText(response: ServerResponse, path: string, text: string): void {
  response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html; charset=utf-8');
  if (path === '/') response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
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
