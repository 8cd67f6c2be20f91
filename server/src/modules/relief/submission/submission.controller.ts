import type { ApplicationView } from '@jinmen/shared/applications/views';
import { SubmitApplicationDto, WithdrawApplicationDto } from '@jinmen/shared/dto/relief-application.dto';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentResident, type Resident } from '../../../platform/auth/current';
import { Access } from '../../../platform/http/access';
import { problemSchema } from '../../../platform/http/json-schema';
import { Owned } from '../../../platform/http/owned';
import { Idempotent } from '../../../platform/idempotency/idempotent';
import { applicationSchema, submitSchema, withdrawSchema } from '../relief.schema';
import { Submission } from './submission.service';
import { Withdrawal } from './withdrawal.service';

@ApiTags('relief')
@Controller('api/v1/relief/applications/:id')
export class SubmissionController {
  constructor(
    private readonly submission: Submission,
    private readonly withdrawal: Withdrawal,
  ) {}

  @Post('submission')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: 'Hands it in: one case and one message for each bureau, all or nothing' })
  @ApiBody({ schema: submitSchema, required: false })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  submit(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() { version }: SubmitApplicationDto,
  ): Promise<ApplicationView> {
    return this.submission.submit(resident, id, version);
  }

  @Post('withdrawal')
  @HttpCode(200)
  @Access('resident')
  @Owned('relief-application')
  @Idempotent()
  @ApiOperation({ summary: 'Takes back what has no answer yet, whole or some programmes; each bureau is told' })
  @ApiBody({ schema: withdrawSchema, required: false })
  @ApiOkResponse({ schema: applicationSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  withdraw(
    @CurrentResident() resident: Resident,
    @Param('id') id: string,
    @Body() { programmes }: WithdrawApplicationDto,
  ): Promise<ApplicationView> {
    return this.withdrawal.withdraw(resident, id, programmes);
  }
}
