import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problems } from './problem';

/** Of a route (`@RouteConfig(ONE_FILE)`): it takes `multipart/form-data` with one part `file`, and no other body. */
export const ONE_FILE = { oneFile: true } as const;

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** A body this long is not even read past; a phone shrinks what it sends to a tenth of it. */
const LONGEST_BODY = 40 * 1024 * 1024;
const PART = 'file';

const given = new WeakMap<FastifyRequest, Readable>();

/** Lets the routes that say so take a file; every other route answers 415 as before. */
export async function acceptFiles(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 0, parts: 2, headerPairs: 20, fieldNameSize: 100 },
  });
  // answered before it was read: the rest is read past, or its sender never sees why
  fastify.addHook('onResponse', async (request) => void given.get(request)?.resume());
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    done(wrongWith(request) ?? null, payload);
  });
}

/** The one part, to be read to its end or not at all. @throws Problem 400 `upload.no-file` when there is none, or another. */
export async function oneFileIn(request: FastifyRequest): Promise<Readable> {
  if (!request.isMultipart()) throw problems.noFile();
  const part = await request.file().catch(() => undefined);
  if (!part) throw problems.noFile();
  given.set(request, part.file);
  if (part.fieldname !== PART) throw problems.noFile();
  return part.file;
}

function wrongWith(request: FastifyRequest): Error | undefined {
  const isForm = /^multipart\//i.test(request.headers['content-type'] ?? '');
  if (isForm && !('oneFile' in request.routeOptions.config)) return problems.unsupportedMediaType();
  return isForm && Number(request.headers['content-length'] ?? 0) > LONGEST_BODY ? problems.tooLarge() : undefined;
}
