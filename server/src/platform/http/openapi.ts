import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describedRoutes } from './described-routes';
import { describeOperation, PROBLEM } from './openapi-operation';

const DESCRIPTION = [
  'Errors are application/problem+json with a stable `code`. Days are YYYY-MM-DD in Asia/Shanghai, money is integer fen.',
  'What is not yet a request (half a head, no end of a body, headers above 16 KB) is a problem too: 400, 408 or 431.',
].join(' ');

/**
 * The description of every route, from the handlers' own decorators, the classes their bodies and queries are read into,
 * and what holds for every route alike. `npm run fuzz` holds the server to it.
 */
export function openApiDocument(app: NestFastifyApplication, publicOrigin: string): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('津门民政')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer(publicOrigin)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'the access token of POST /sessions/wechat' })
    .build();
  const document = SwaggerModule.createDocument(app, options);
  const routes = describedRoutes(app);
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      describeOperation(operation, { method, path, ...routes.get(operation.operationId ?? '') });
    }
  }
  // bodies stand with their operations, whole: what Nest collected of their classes is only their names
  return { ...document, components: { ...document.components, schemas: { Problem: PROBLEM } } };
}

/** Serves it at `/api/openapi.json`, and readable at `/docs`. */
export function serveOpenApi(app: NestFastifyApplication, publicOrigin: string): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app, publicOrigin), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: '津门民政 API',
  });
}
