import type { ExportView } from '@jinmen/shared/residents/rights';
import { Controller, Get, Headers, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags, ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { StatementPapers } from '../../relief/statement-papers.port';
import { exportSchema } from '../rights.schema';
import { Exports } from './exports.service';
import { readable } from './readable';

const PDF = 'application/pdf';

@ApiTags('rights')
@Controller('api/v1/export')
export class ExportController {
  constructor(
    private readonly exports: Exports,
    private readonly papers: StatementPapers,
  ) {}

  @Get()
  @Access('resident')
  @ApiOperation({
    summary: `Everything kept of the resident, others in it masked, at most ten times a day; with Accept: ${PDF} to read`,
  })
  @ApiProduces('application/json', PDF)
  @ApiOkResponse({ schema: exportSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  async copy(
    @CurrentResident() { accountId }: Resident,
    @Headers('accept') accept: string | undefined,
  ): Promise<ExportView | StreamableFile> {
    const copied = await this.exports.of(accountId);
    if (!accept?.includes(PDF)) return copied;
    const disposition = 'attachment; filename="my-data.pdf"';
    return new StreamableFile(await this.papers.drawStatement(accountId, readable(copied)), { type: PDF, disposition });
  }
}
