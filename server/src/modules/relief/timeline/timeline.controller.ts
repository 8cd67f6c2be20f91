import type { ReceiptView, TimelineView } from '@jinmen/shared/applications/views';
import { Controller, Get, Headers, Param, StreamableFile } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Owned } from '../../../platform/http/owned';
import { ReceiptPapers } from '../receipt/receipt-papers.service';
import { Receipts } from '../receipt/receipts.service';
import { receiptSchema, timelineSchema } from '../relief.schema';
import { Timelines } from './timeline.service';

const PDF = 'application/pdf';

@ApiTags('relief')
@Controller('api/v1/relief/applications/:id')
export class TimelineController {
  constructor(
    private readonly timelines: Timelines,
    private readonly receipts: Receipts,
    private readonly papers: ReceiptPapers,
  ) {}

  @Get('timeline')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'One line of time in front of all cases: who has it, since when, by when' })
  @ApiOkResponse({ schema: timelineSchema })
  timeline(@Param('id') id: string): Promise<TimelineView> {
    return this.timelines.find(id);
  }

  @Get('receipt')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: `That it was handed in, to whom, and what comes; with Accept: ${PDF} as a paper` })
  @ApiProduces('application/json', PDF)
  @ApiOkResponse({ schema: receiptSchema })
  @ApiConflictResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  async receipt(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Headers('accept') accept: string | undefined,
  ): Promise<ReceiptView | StreamableFile> {
    const receipt = await this.receipts.find(id);
    if (!accept?.includes(PDF)) return receipt;
    const disposition = `inline; filename="${receipt.receiptNumber}.pdf"`;
    return new StreamableFile(await this.papers.draw(accountId, receipt), { type: PDF, disposition });
  }
}
