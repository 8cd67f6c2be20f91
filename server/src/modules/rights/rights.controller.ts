import { PageQueryDto } from '@jinmen/shared/dto/page-query.dto';
import type { AccessView, DisclosureView, GivenPaperView } from '@jinmen/shared/residents/rights';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { type Page, pageRequest } from '../../platform/http/page';
import { GivenPapers } from '../relief/given-papers.port';
import { Accesses } from './accesses/accesses.service';
import { DisclosuresService } from './disclosures/disclosures.service';
import { accessesSchema, disclosuresSchema, givenPapersSchema } from './rights.schema';

@ApiTags('rights')
@Controller('api/v1')
export class RightsController {
  constructor(
    private readonly disclosures: DisclosuresService,
    private readonly accesses: Accesses,
    private readonly papers: GivenPapers,
  ) {}

  @Get('disclosures')
  @Access('resident')
  @ApiOperation({ summary: 'Which bureau really got what of the resident’s, what for and why it might, newest first' })
  @ApiOkResponse({ schema: disclosuresSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  given(@CurrentResident() { accountId }: Resident, @Query() query: PageQueryDto): Promise<Page<DisclosureView>> {
    return this.disclosures.list(accountId, pageRequest(query));
  }

  @Get('accesses')
  @Access('resident')
  @ApiOperation({ summary: 'Who at a desk looked at the resident’s file or did something about it, newest first' })
  @ApiOkResponse({ schema: accessesSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  seen(@CurrentResident() { accountId }: Resident, @Query() query: PageQueryDto): Promise<Page<AccessView>> {
    return this.accesses.list(accountId, pageRequest(query));
  }

  @Get('papers')
  @Access('resident')
  @ApiOperation({
    summary: 'Every photo and file the resident gave with an application, and where to get it; newest first',
  })
  @ApiOkResponse({ schema: givenPapersSchema })
  async gave(@CurrentResident() { accountId }: Resident): Promise<{ items: GivenPaperView[] }> {
    return { items: await this.papers.of(accountId) };
  }
}
