import type { IncomingMessage } from 'node:http';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../clock';
import type { Config } from '../config/config';
import { answerClientError } from './client-error';
import { acceptJsonBodies, MAX_BODY_BYTES } from './json-body';
import { takeNamedMethod } from './method-override';
import { acceptFiles } from './one-file';
import { serveOpenApi } from './openapi';
import { answer, problemOf } from './problem.filter';
import { requestId } from './request-id';
import { logRequests } from './request-log';
import { RequestMetrics } from './request-metrics';
import { setSecurityHeaders } from './security-headers';
import { inlineScriptHashes, serveH5 } from './static-h5';

/** The application with everything a request passes through, not yet listening. The caller closes it. */
export async function createHttpApp(
  module: DynamicModule,
  config: Config,
  logger: LoggerService,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    genReqId: (request: IncomingMessage) => requestId(request.headers),
    rewriteUrl: takeNamedMethod,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answer(reply, problemOf(error), request.id),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger,
  });
  try {
    await prepare(app, config, logger);
    await app.init();
    await adapter.getInstance().ready();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

async function prepare(app: NestFastifyApplication, config: Config, logger: LoggerService): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  acceptJsonBodies(fastify);
  await acceptFiles(fastify);
  logRequests(fastify, app.get(RequestMetrics), logger);
  const clock = app.get(Clock);
  fastify.addHook('onRequest', (request, reply, done) => {
    // By our clock: the phone counts what is left of a hold by the `Date` of our answers.
    void reply.header('x-request-id', request.id).header('date', clock.now().toUTCString());
    done();
  });
  const { h5Dir } = config;
  await setSecurityHeaders(fastify, {
    https: config.publicOrigin.startsWith('https:'),
    inlineScriptHashes: h5Dir === undefined ? [] : inlineScriptHashes(h5Dir),
  });
  if (config.docs) serveOpenApi(app, config.publicOrigin);
  if (h5Dir !== undefined) await serveH5(fastify, h5Dir);
}
