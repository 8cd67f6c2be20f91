import { AnswerComplaintDto } from '@jinmen/shared/dto/complaint.dto';
import { DeceasedRequestDto } from '@jinmen/shared/dto/deceased-request.dto';
import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { Idempotent, type IdempotentCall, KeyedCall } from '../../platform/idempotency/idempotent';
import {
  DeceasedRequestDesk,
  type DeceasedRequestView,
  type RequestChoices,
} from '../rights/relatives/deceased-request-desk.port';
import {
  askedForSchema,
  deceasedCopySchema,
  deceasedDeletionSchema,
  deceasedRequestSchema,
  deceasedRequestsSchema,
} from './deceased-requests.schema';
import { officesOf } from './staff-view';

const ActOnOne = (summary: string) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiBadRequestResponse({ schema: problemSchema }),
    ApiForbiddenResponse({ schema: problemSchema }),
    ApiNotFoundResponse({ schema: problemSchema }),
    ApiConflictResponse({ schema: problemSchema }),
  );

/** Near relatives of somebody who died, at the street's window (个人信息保护法 第四十九条). No resident has a route to it. */
@ApiTags('staff')
@Controller('api/v1/staff/deceased-requests')
export class DeceasedRequestsController {
  constructor(private readonly desk: DeceasedRequestDesk) {}

  @Get()
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'What relatives of the dead asked for: the own street’s for a clerk; names masked' })
  @ApiOkResponse({ schema: deceasedRequestsSchema })
  async list(
    @CurrentStaff() staff: Staff,
  ): Promise<{ items: readonly DeceasedRequestView[]; choices: RequestChoices }> {
    return { items: await this.desk.list(deskOf(staff)), choices: this.desk.choices };
  }

  @Post()
  @HttpCode(201)
  @Access('staff', ['street-clerk'])
  @Idempotent({ by: 'handler' })
  @ApiOperation({
    summary: 'What a relative asks for and showed; the identity bureau is asked whether that person died',
  })
  @ApiBody({ schema: askedForSchema })
  @ApiCreatedResponse({ schema: deceasedRequestSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  @ApiServiceUnavailableResponse({ schema: problemSchema })
  record(
    @KeyedCall() { scope }: IdempotentCall,
    @CurrentStaff() { staffId, offices }: Staff,
    @Body() typed: DeceasedRequestDto,
  ): Promise<DeceasedRequestView> {
    return this.desk.record(scope, { staffId, offices }, typed);
  }

  @Post(':id/copy')
  @HttpCode(200)
  @Access('staff', ['operator', 'street-clerk'])
  @ActOnOne('The least of what there is, to be printed for the relative, by a second colleague; each is counted')
  @ApiOkResponse({ schema: deceasedCopySchema })
  async copy(@CurrentStaff() staff: Staff, @Param('id') id: string): Promise<{ text: string }> {
    return { text: await this.desk.copy(deskOf(staff), id) };
  }

  @Post(':id/deletion')
  @HttpCode(200)
  @Access('staff', ['operator', 'street-clerk'])
  @ActOnOne('Deletes the dead person’s accounts, by a second colleague; what the law has kept stays')
  @ApiOkResponse({ schema: deceasedDeletionSchema })
  async delete(
    @CurrentStaff() staff: Staff,
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<{ accounts: number }> {
    return { accounts: await this.desk.delete(deskOf(staff), id, reason.trim()) };
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ActOnOne('What was done about a correction, by a second colleague')
  @ApiNoContentResponse()
  answer(
    @CurrentStaff() staff: Staff,
    @Param('id') id: string,
    @Body() { text, reason }: AnswerComplaintDto,
  ): Promise<void> {
    return this.desk.answer(deskOf(staff), id, text.trim(), reason.trim());
  }

  @Post(':id/refusal')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ActOnOne('Nothing is given, and why, by a second colleague')
  @ApiNoContentResponse()
  refuse(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.desk.refuse(deskOf(staff), id, reason.trim());
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ActOnOne('The relative takes it back')
  @ApiNoContentResponse()
  withdraw(@CurrentStaff() staff: Staff, @Param('id') id: string, @Body() { reason }: ReasonDto): Promise<void> {
    return this.desk.withdraw(deskOf(staff), id, reason.trim());
  }
}

function deskOf(staff: Staff) {
  return { staffId: staff.staffId, offices: officesOf(staff) };
}
