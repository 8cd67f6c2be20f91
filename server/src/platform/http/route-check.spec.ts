import { Controller, Get, Injectable, Post } from '@nestjs/common';
import { DiscoveryModule, HttpAdapterHost, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { RouteCheck } from './route-check';

@Controller('tea')
class TeaController {
  @Get(':id')
  one(): string {
    return 'one';
  }

  /** Registered after what could be taken for it. */
  @Get('mine')
  mine(): string {
    return 'mine';
  }
}

@Controller('tea')
class SameShapeController {
  @Get(':name')
  again(): string {
    return 'hidden';
  }
}

@Controller('tea')
class SameWordController {
  @Get('mine')
  again(): string {
    return 'hidden';
  }
}

@Controller('tea')
class GreedyController {
  @Get('*')
  rest(): string {
    return 'rest';
  }

  @Get(':id(^m.*)')
  pattern(): string {
    return 'pattern';
  }

  @Post(':from-:to')
  two(): string {
    return 'two';
  }
}

/** Somebody was in a hurry and asked the framework under the framework. */
@Injectable()
class Shortcut {
  constructor({ httpAdapter }: HttpAdapterHost) {
    const fastify = httpAdapter.getInstance();
    fastify.register(async (inner: typeof fastify) => inner.get('/staff/everything', async () => 'all of it'));
  }
}

async function boot(controllers: (new () => object)[], more: (new (host: HttpAdapterHost) => object)[] = []) {
  class Root {}
  const module = { module: Root, imports: [DiscoveryModule], controllers, providers: [RouteCheck, ...more] };
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), options);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

describe('the routes of a server', () => {
  it('are each reached, a word before a parameter in whatever order they came', async () => {
    const app = await boot([TeaController]);
    const asked = await Promise.all(['/tea/mine', '/tea/%6dine', '/tea/x'].map((url) => app.inject(url)));
    expect(asked.map(({ body }) => body)).toEqual(['mine', 'mine', 'one']);
    await app.close();
  });

  it.each([
    ['two of one address', [TeaController, SameWordController], [], "'GET' already declared for route '/tea/mine'"],
    ['two of one shape', [TeaController, SameShapeController], [], "'GET' already declared for route '/tea/:name'"],
    ['one that is no handler’s', [TeaController], [Shortcut], 'GET /staff/everything answers without a guard'],
    [
      'those that take what is meant for others',
      [TeaController, GreedyController],
      [],
      /GreedyController\.rest \(GET \/tea\/\*\) may take.*GreedyController\.pattern .*GreedyController\.two /,
    ],
  ])('keep it from starting: %s, by name', async (_what, controllers, more, words) => {
    await expect(boot(controllers, more)).rejects.toThrow(words);
  });
});
