/** The least a Fastify server can do: what our stack costs is measured against it. */
import fastify from 'fastify';

const app = fastify();
app.get('/no-op', async () => ({ ok: true }));
app.post('/no-op', async (request) => ({ ok: typeof request.body === 'object' }));
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
