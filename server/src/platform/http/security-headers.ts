import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

export interface SecurityHeaderOptions {
  /** Only where residents come by HTTPS: HSTS and the upgrade of plain links. */
  readonly https: boolean;
  readonly inlineScriptHashes: readonly string[];
}

/**
 * Everything comes from ourselves; nothing may frame us. Inline styles stay allowed: the phone app's runtime sets them.
 * They are the same on every answer, so they are decided once: decided with each request they cost more than most answers.
 * @returns them, for answers the framework does not give, or gives before its hooks: to an address nobody can read.
 */
export async function setSecurityHeaders(
  fastify: FastifyInstance,
  options: SecurityHeaderOptions,
): Promise<Readonly<Record<string, string>>> {
  const headers = await decidedOnce(policyOf(options));
  fastify.addHook('onRequest', (_, reply, done) => {
    void reply.headers(headers);
    done();
  });
  return headers;
}

/** What Helmet makes of a policy, asked of a server that answers one request and is gone. */
async function decidedOnce(policy: FastifyHelmetOptions): Promise<Readonly<Record<string, string>>> {
  const asked = new FastifyAdapter().getInstance();
  const own = ['connection', 'content-length', 'date'];
  try {
    await asked.register(helmet, policy);
    asked.get('/', (_, reply) => reply.send());
    const { headers } = await asked.inject('/');
    return Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (own.includes(name) ? [] : [[name, String(value)]])),
    );
  } finally {
    await asked.close();
  }
}

function policyOf({ https, inlineScriptHashes }: SecurityHeaderOptions): FastifyHelmetOptions {
  return {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScriptHashes],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  };
}
