import type { ApplicationView } from '@jinmen/shared/applications/views';
import { PaperFileQueryDto, PaperPageQueryDto } from '@jinmen/shared/dto/paper-queries.dto';
import { ChooseWayDto, SignCommitmentDto, SupplementDto } from '@jinmen/shared/dto/relief-application.dto';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { ONE_FILE, oneFileIn } from '../../../platform/http/one-file';
import { Owned } from '../../../platform/http/owned';
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { applicationSchema } from '../relief.schema';
import { HandingOver } from '../whom/handing-over.service';
import { Commitments } from './commitments.service';
import { fileSchema, promisesSchema, supplementSchema } from './papers.schema';
import { Papers } from './papers.service';
import { Supplements } from './supplements.service';

const TYPES = { jpeg: 'image/jpeg', pdf: 'application/pdf' } as const;
const ENDINGS = { jpeg: 'jpg', pdf: 'pdf' } as const;

@ApiTags('relief')
@Controller('api/v1/relief/applications/:id')
export class PapersController {
  constructor(
    private readonly papers: Papers,
    private readonly commitments: Commitments,
    private readonly supplements: Supplements,
    private readonly handing: HandingOver,
  ) {}

  @Put('materials/:kind')
  @Access('resident')
  @Owned('relief-application')
  @RouteConfig(ONE_FILE)
  @ApiOperation({ summary: 'One photo or PDF as a page of a paper (multipart, one part `file`), read and drawn anew' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: fileSchema })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiConflictResponse({ schema: problemSchema })
  @ApiUnprocessableEntityResponse({ schema: problemSchema })
  async put(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Query() { page }: PaperPageQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ApplicationView> {
    return this.papers.putPage(accountId, id, kind, page, await oneFileIn(request));
  }

  @Put('materials/:kind/way')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'How else the paper comes: given with an earlier application, or brought to the counter' })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiUnprocessableEntityResponse({ schema: problemSchema })
  chooseWay(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Body() { way }: ChooseWayDto,
  ): Promise<ApplicationView> {
    return this.papers.chooseWay(accountId, id, kind, way);
  }

  @Get('materials/:kind')
  @Access('resident')
  @Owned('relief-application')
  @Header('x-content-type-options', 'nosniff')
  @ApiOperation({ summary: 'One page of it, to be saved and never shown as a page of ours' })
  @ApiProduces('image/jpeg', 'application/pdf')
  @ApiOkResponse({ description: 'the file', schema: { type: 'string', format: 'binary' } })
  async read(
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Query() { file }: PaperFileQueryDto,
  ): Promise<StreamableFile> {
    const { kind: type, bytes, page } = await this.papers.read(id, kind, file);
    const disposition = `attachment; filename="paper-${page}.${ENDINGS[type]}"`;
    return new StreamableFile(bytes, { type: TYPES[type], disposition, length: bytes.length });
  }

  @Delete('materials/:kind')
  @Access('resident')
  @Owned('relief-application')
  @ApiOperation({ summary: 'Takes away one page, or all of it, as long as no office has it; doing so twice is once' })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiConflictResponse({ schema: problemSchema })
  remove(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Query() { file }: PaperFileQueryDto,
  ): Promise<ApplicationView> {
    return this.papers.remove(accountId, id, kind, file);
  }

  @Post('commitments')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: '容缺承诺单: one signed, dated promise for all papers that follow; once more time later' })
  @ApiBody({ schema: promisesSchema })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async sign(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { papers }: SignCommitmentDto,
  ): Promise<ApplicationView> {
    await this.handing.mayGoOn(accountId, id);
    return this.commitments.sign(accountId, id, papers);
  }

  @Post('supplements')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: 'Hands over the photos that are not with the bureaus yet' })
  @ApiBody({ schema: supplementSchema, required: false })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  async supply(
    @CurrentResident() { accountId }: Resident,
    @Param('id') id: string,
    @Body() { kinds }: SupplementDto,
  ): Promise<ApplicationView> {
    await this.handing.mayGoOn(accountId, id);
    return this.supplements.send(accountId, id, kinds);
  }
}
