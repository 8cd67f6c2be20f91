/** The least a Fastify server can do to answer with these bytes and their tag, 304 included. */
import { readFileSync } from 'node:fs';
import fastify from 'fastify';

const { ETAG: etag, BYTES_FILE: file } = process.env;
const bytes = readFileSync(file);
const app = fastify();
app.get('/bytes', (request, reply) => {
  reply.header('etag', etag).header('cache-control', 'no-cache');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.header('content-type', 'application/json; charset=utf-8').send(bytes);
});
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
