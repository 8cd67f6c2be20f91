import { ConfirmGuardianshipDto, ShowCodeDto } from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { GuardianshipDesk, type GuardianshipToConfirm } from '../dependants/dependants.port';
import { guardianshipSchema } from './operations.schema';

/** The code travels in the body, never in an address that is logged. */
@ApiTags('staff')
@Controller('api/v1/staff/guardianships')
export class GuardianshipsController {
  constructor(private readonly desk: GuardianshipDesk) {}

  @Post('lookup')
  @HttpCode(200)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The one entry whose code is shown together with a paper; each look is recorded' })
  @ApiOkResponse({ schema: guardianshipSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  find(@CurrentStaff() { staffId }: Staff, @Body() { code }: ShowCodeDto): Promise<GuardianshipToConfirm> {
    return this.desk.find(staffId, code);
  }

  @Post('confirmation')
  @HttpCode(204)
  @Access('staff', ['operator', 'street-clerk'])
  @ApiOperation({ summary: 'The paper was seen and says so; the code is used up' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiNotFoundResponse({ schema: problemSchema })
  confirm(@CurrentStaff() { staffId }: Staff, @Body() { code, reason }: ConfirmGuardianshipDto): Promise<void> {
    return this.desk.confirm(staffId, code, reason.trim());
  }
}
