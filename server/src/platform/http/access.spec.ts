import { Controller, Get, Post } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Access, AccessCheck, AccessGuard } from './access';
import { ProblemFilter } from './problem.filter';

@Controller('tea')
class TeaController {
  @Get()
  @Access('public')
  list(): string {
    return '茶';
  }

  /** Not a route: needs no policy. */
  brew(): string {
    return this.list();
  }
}

@Controller('secret')
class ForgottenController {
  @Get()
  @Access('public')
  fine(): string {
    return '';
  }

  @Post()
  forgotten(): string {
    return '';
  }
}

async function boot(...controllers: (new () => object)[]): Promise<void> {
  const module = { imports: [DiscoveryModule], controllers, providers: [AccessCheck] };
  const app = (await Test.createTestingModule(module).compile()).createNestApplication(new FastifyAdapter());
  await app.init();
  await app.close();
}

@Controller('mine')
class MineController {
  @Get()
  @Access('resident')
  mine(): string {
    return '我的';
  }
}

describe('the access guard', () => {
  it('lets a public route through and answers 401 for one that needs a session nobody can have yet', async () => {
    const module = {
      controllers: [TeaController, MineController],
      providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
    };
    const app = (await Test.createTestingModule(module).compile()).createNestApplication<NestFastifyApplication>(
      new FastifyAdapter(),
    );
    app.useGlobalFilters(new ProblemFilter());
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    expect(await (await fetch(`${url}/tea`)).text()).toBe('茶');
    const refused = await fetch(`${url}/mine`);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'session.required' });
    await app.close();
  });
});

describe('the access check', () => {
  it('lets an application start whose routes all say who may call them', async () => {
    await expect(boot(TeaController)).resolves.toBeUndefined();
  });

  it('keeps it from starting when one does not, and names that one alone', async () => {
    await expect(boot(TeaController, ForgottenController)).rejects.toThrow(
      /missing on ForgottenController\.forgotten$/,
    );
  });
});
