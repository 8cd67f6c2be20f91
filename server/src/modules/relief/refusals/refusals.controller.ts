import type { AppealView } from '@jinmen/shared/applications/appeal';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { AppealQueryDto, DisputeFigureDto, StatementDto, TellAppealDto } from '@jinmen/shared/dto/refusal.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
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
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { ReceiptPapers } from '../receipt/receipt-papers.service';
import { applicationSchema } from '../relief.schema';
import { HandingOver } from '../whom/handing-over.service';
import { Appeals } from './appeals.service';
import { Disputes } from './disputes.service';
import { appealSchema, disputeFigureSchema, statementSchema, tellAppealSchema } from './refusals.schema';

const PDF = 'application/pdf';

@ApiTags('relief')
@Controller('api/v1/relief/applications/:id')
export class RefusalsController {
  constructor(
    private readonly disputes: Disputes,
    private readonly appeals: Appeals,
    private readonly papers: ReceiptPapers,
    private readonly handing: HandingOver,
  ) {}

  @Post('disputes')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: 'A figure that was found is wrong: the office is asked to look; nothing is overwritten' })
  @ApiBody({ schema: disputeFigureSchema })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  async dispute(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() said: DisputeFigureDto,
  ): Promise<ApplicationView> {
    await this.handing.mayGoOn(resident.accountId, id);
    return this.disputes.say(resident, id, said);
  }

  @Get('appeal')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({
    summary: '行政复议 and 行政诉讼 against a refusal: to whom, until when, and a statement to begin with',
  })
  @ApiOkResponse({ schema: appealSchema })
  @ApiConflictResponse({ schema: problemSchema })
  appeal(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Query() { programme }: AppealQueryDto,
  ): Promise<AppealView> {
    return this.appeals.find(resident, id, programme);
  }

  @Post('appeals')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: 'The resident says to have handed it in elsewhere, and when' })
  @ApiBody({ schema: tellAppealSchema })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  tellAppeal(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() { programme, kind, on }: TellAppealDto,
  ): Promise<ApplicationView> {
    return this.appeals.tell(resident, id, { programme, kind, on });
  }

  @Post('appeal-paper')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'The statement as the resident has it, as a paper to print; it is kept nowhere' })
  @ApiBody({ schema: statementSchema })
  @ApiProduces('application/json', PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  async paper(
    @CurrentResident() { accountId }: Resident,
    @Body() { statement }: StatementDto,
  ): Promise<StreamableFile> {
    const disposition = 'inline; filename="statement.pdf"';
    return new StreamableFile(await this.papers.drawStatement(accountId, statement), { type: PDF, disposition });
  }
}
