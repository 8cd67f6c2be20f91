import { PinDto } from '@jinmen/shared/dto/replacing.dto';
import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Post, Put } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { ReplacingDesk, RoundCalls, type RoundResult, type RoundView } from '../replacing/replacing-desk.port';
import { numberSchema } from './operations.schema';
import { pinSchema, roundResultSchema, roundSchema, roundsSchema } from './replacing.schema';

const KINDS = { displaced: 'displaced', 'sign-ups': 'sign-ups' } as const;
type Kind = keyof typeof KINDS;

@ApiTags('staff')
@ApiBadRequestResponse({ schema: problemSchema })
@ApiNotFoundResponse({ schema: problemSchema })
@Controller('api/v1/staff/replacing')
export class ReplacingDeskController {
  constructor(
    private readonly desk: ReplacingDesk,
    private readonly calls: RoundCalls,
  ) {}

  @Get()
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'Who lost their time or has none yet, the plan for them, and whom to call; masked' })
  @ApiOkResponse({ schema: roundsSchema })
  async rounds(@CurrentStaff() { staffId }: Staff): Promise<{ items: readonly RoundView[] }> {
    return { items: await this.desk.rounds(staffId) };
  }

  @Post(':service/:kind/plan')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiParam({ name: 'kind', enum: Object.keys(KINDS) })
  @ApiOperation({ summary: 'Plans for all of them together; nobody is told and nothing is kept' })
  @ApiOkResponse({ schema: roundSchema })
  plan(
    @CurrentStaff() { staffId }: Staff,
    @Param('service') service: string,
    @Param('kind', new ParseEnumPipe(KINDS)) kind: Kind,
  ): Promise<RoundView> {
    return this.desk.plan(staffId, service, kind);
  }

  @Put(':service/:kind/pins/:subject')
  @Access('staff', ['operator'])
  @ApiParam({ name: 'kind', enum: Object.keys(KINDS) })
  @ApiBody({ schema: pinSchema })
  @ApiOperation({ summary: 'This time for them, not now, or as the plan says; then plans again' })
  @ApiOkResponse({ schema: roundSchema })
  pin(
    @CurrentStaff() { staffId }: Staff,
    @Param('service') service: string,
    @Param('kind', new ParseEnumPipe(KINDS)) kind: Kind,
    @Param('subject') subject: string,
    @Body() { slot }: PinDto,
  ): Promise<RoundView> {
    return this.desk.pin(staffId, service, kind, subject, slot);
  }

  @Post(':service/:kind/application')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiParam({ name: 'kind', enum: Object.keys(KINDS) })
  @ApiOperation({ summary: 'Keeps the places of the plan and tells each of them once; can be repeated' })
  @ApiOkResponse({ schema: roundResultSchema })
  @ApiConflictResponse({ schema: problemSchema })
  apply(
    @CurrentStaff() { staffId }: Staff,
    @Param('service') service: string,
    @Param('kind', new ParseEnumPipe(KINDS)) kind: Kind,
    @Body() { reason }: ReasonDto,
  ): Promise<RoundResult> {
    return this.desk.apply(staffId, service, kind, reason.trim());
  }

  @Post(':service/:kind/calls/:subject/number')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiParam({ name: 'kind', enum: Object.keys(KINDS) })
  @ApiOperation({ summary: 'The number to call, whole; each look is recorded and counted' })
  @ApiOkResponse({ schema: numberSchema })
  async number(
    @CurrentStaff() { staffId }: Staff,
    @Param('service') service: string,
    @Param('kind', new ParseEnumPipe(KINDS)) kind: Kind,
    @Param('subject') subject: string,
  ): Promise<{ phone: string }> {
    return { phone: await this.calls.showNumber(staffId, service, kind, subject) };
  }

  @Post(':service/:kind/calls/:subject/done')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiParam({ name: 'kind', enum: Object.keys(KINDS) })
  @ApiOperation({ summary: 'The call was made' })
  @ApiNoContentResponse()
  called(
    @CurrentStaff() { staffId }: Staff,
    @Param('service') service: string,
    @Param('kind', new ParseEnumPipe(KINDS)) kind: Kind,
    @Param('subject') subject: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    return this.calls.called(staffId, service, kind, subject, reason.trim());
  }
}
