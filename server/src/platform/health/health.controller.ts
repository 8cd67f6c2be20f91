import { Controller, Get } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { NEVER_SHED } from '../http/admission/admission';
import { objectOf, oneOf, problemSchema } from '../http/json-schema';
import { Readiness } from './readiness';

const statusSchema = objectOf({ status: oneOf('ok') });

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  @Access('public')
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'Answers while the process lives' })
  @ApiOkResponse({ schema: statusSchema })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Access('public')
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'Answers 200 once everything needed to serve residents answers' })
  @ApiOkResponse({ schema: statusSchema })
  @ApiServiceUnavailableResponse({ schema: problemSchema })
  async ready(): Promise<{ status: 'ok' }> {
    await this.readiness.check();
    return { status: 'ok' };
  }
}
