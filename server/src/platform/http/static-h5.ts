import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const HASHED_NAME = /[.-][0-9a-f]{8,}\.\w+$/;
const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/**
 * Serves the built phone app at `/`. Its router lives behind `#`, so no other path is a page and an unknown path
 * stays a 404 problem. Files with a content hash in their name may be kept for ever, `index.html` never.
 */
export async function serveH5(fastify: FastifyInstance, dir: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: dir,
    prefix: '/',
    index: ['index.html'],
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const forEver = HASHED_NAME.test(path);
      void reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** CSP hashes of the scripts written into `index.html`, so that these and no others may run inline. */
export function inlineScriptHashes(dir: string): string[] {
  const index = join(dir, 'index.html');
  if (!existsSync(index)) return [];
  const scripts = [...readFileSync(index, 'utf8').matchAll(INLINE_SCRIPT)].map((match) => match[1] ?? '');
  return scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}
