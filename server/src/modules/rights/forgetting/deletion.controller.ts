import type { DeletionView } from '@jinmen/shared/residents/rights';
import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { deletionSchema } from '../rights.schema';
import { DeletionViews } from './deletion-views.service';
import { Deletions } from './deletions.service';

@ApiTags('rights')
@Controller('api/v1/me')
export class DeletionController {
  constructor(
    private readonly deletions: Deletions,
    private readonly views: DeletionViews,
  ) {}

  @Get('deletion')
  @Access('resident')
  @ApiOperation({
    summary: 'What deleting the account would take, and what an office has to keep; nothing happens yet',
  })
  @ApiOkResponse({ schema: deletionSchema })
  before(@CurrentResident() { accountId }: Resident): Promise<DeletionView> {
    return this.views.of(accountId);
  }

  @Delete()
  @HttpCode(204)
  @Access('resident')
  @ApiOperation({ summary: 'Delete the account, at once: every session ends, and a restored backup forgets it again' })
  @ApiNoContentResponse()
  delete(@CurrentResident() { accountId }: Resident): Promise<void> {
    return this.deletions.delete(accountId);
  }
}
