import { Controller, Get, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Access, AccessCheck } from './access';

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

  @Post('too')
  forgottenToo(): string {
    return '';
  }
}

async function boot(...controllers: (new () => object)[]): Promise<void> {
  const module = { imports: [DiscoveryModule], controllers, providers: [AccessCheck] };
  const app = (await Test.createTestingModule(module).compile()).createNestApplication(new FastifyAdapter());
  await app.init();
  await app.close();
}

describe('the access check', () => {
  it('lets an application start whose routes all say who may call them', async () => {
    await expect(boot(TeaController)).resolves.toBeUndefined();
  });

  it('keeps it from starting when one does not, and names those alone', async () => {
    await expect(boot(TeaController, ForgottenController)).rejects.toThrow(
      /missing on ForgottenController\.forgotten, ForgottenController\.forgottenToo$/,
    );
  });
});
