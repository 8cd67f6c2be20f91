import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of every route, from the handlers' own decorators. */
export function openApiDocument(app: NestFastifyApplication, publicOrigin: string): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('津门民政')
    .setDescription(
      'Errors are application/problem+json with a stable `code`. Days are YYYY-MM-DD in Asia/Shanghai, money is integer fen.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer(publicOrigin)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'the access token of POST /sessions/wechat' })
    .build();
  return SwaggerModule.createDocument(app, options);
}

/** Serves it at `/api/openapi.json`, and readable at `/docs`. */
export function serveOpenApi(app: NestFastifyApplication, publicOrigin: string): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app, publicOrigin), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: '津门民政 API',
  });
}
