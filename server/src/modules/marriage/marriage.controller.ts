import type { DivorceView } from '@jinmen/shared/services/marriage-registration/divorce-view';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { divorcesSchema } from './marriage.schema';
import { MyDivorces } from './my-divorces.service';

@ApiTags('marriage')
@Controller('api/v1/marriage')
export class MarriageController {
  constructor(private readonly divorces: MyDivorces) {}

  @Get('divorce')
  @Access('resident')
  @ApiOperation({ summary: 'The resident’s own divorce between its two steps, with its days; none of anybody else' })
  @ApiOkResponse({ schema: divorcesSchema })
  async list(@CurrentResident() resident: Resident): Promise<{ items: readonly DivorceView[] }> {
    return { items: await this.divorces.list(resident) };
  }
}
