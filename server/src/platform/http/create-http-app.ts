import type { IncomingMessage } from 'node:http';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../clock';
import type { Config } from '../config/config';
import { Admission } from './admission/admission';
import { openFrontDoor, routesShedFirst } from './admission/front-door';
import { SentAway } from './admission/sent-away';
import { shedRequests } from './admission/shed-requests';
import { answerClientError } from './client-error';
import { acceptJsonBodies, MAX_BODY_BYTES } from './json-body';
import { takeNamedMethod } from './method-override';
import { acceptFiles } from './one-file';
import { serveOpenApi } from './openapi';
import { answer, problemOf } from './problem.filter';
import { answerQuickReads, QuickReads } from './quick-reads';
import { requestId } from './request-id';
import { logRequests } from './request-log';
import { RequestMetrics } from './request-metrics';
import { setSecurityHeaders } from './security-headers';
import { inlineScriptHashes, serveH5 } from './static-h5';
import { TaggingAdapter } from './tagging-adapter';

/** The application with everything a request passes through, not yet listening. The caller closes it. */
export async function createHttpApp(
  module: DynamicModule,
  config: Config,
  logger: LoggerService,
): Promise<NestFastifyApplication> {
  const onEveryAnswer: Record<string, string> = {};
  const adapter = new TaggingAdapter({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: (request: IncomingMessage) => requestId(request.headers),
    rewriteUrl: takeNamedMethod,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    requestTimeout: 30_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answer(reply.headers(onEveryAnswer), problemOf(error), request.id),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  try {
    adapter.quick = app.get(QuickReads);
    const door = await prepare(app, config, logger);
    Object.assign(onEveryAnswer, door.headers);
    // beyond it a connection is refused at once, instead of every connection being slow
    app.getHttpServer().maxConnections = config.mostConnections;
    await app.init();
    await adapter.getInstance().ready();
    openFrontDoor(app.getHttpServer(), door.first, app.get(Admission), door.away);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

interface FrontDoor {
  readonly first: ReadonlySet<string>;
  readonly away: SentAway;
  /** Of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

async function prepare(app: NestFastifyApplication, config: Config, logger: LoggerService): Promise<FrontDoor> {
  const fastify = app.getHttpAdapter().getInstance();
  const { h5Dir } = config;
  const first = routesShedFirst(fastify);
  acceptJsonBodies(fastify);
  logRequests(fastify, app.get(RequestMetrics), logger);
  const clock = app.get(Clock);
  fastify.addHook('onRequest', (request, reply, done) => {
    // By our clock: the phone counts what is left of a hold by the `Date` of our answers.
    void reply.header('x-request-id', request.id).header('date', clock.now().toUTCString());
    done();
  });
  const headers = await setSecurityHeaders(fastify, {
    https: config.publicOrigin.startsWith('https:'),
    inlineScriptHashes: h5Dir === undefined ? [] : inlineScriptHashes(h5Dir),
  });
  answerQuickReads(fastify, app.get(QuickReads));
  shedRequests(fastify, app.get(Admission));
  // what follows looks at each request anew, and makes even a remembered answer wait for a promise
  await acceptFiles(fastify);
  if (config.docs) serveOpenApi(app, config.publicOrigin);
  if (h5Dir !== undefined) await serveH5(fastify, h5Dir);
  return { first, away: new SentAway(headers, clock, app.get(RequestMetrics), logger), headers };
}
